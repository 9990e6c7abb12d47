/** The verdict on the reader's numbers. While new ones are tried, the last one stays, and says what it is about. */
import { useEffect, useRef, useState } from 'react'
import { candidatesFor, type Needs, TRIALS, type Verdict, verdictOf } from '../../scenarios/index.ts'
import { createBench } from './bench.ts'

const runsFor = (needs: Needs): number => candidatesFor(needs).length * TRIALS.length

interface Trying {
  verdict: Verdict | null
  /** What that is about; null = there is none yet. */
  about: Needs | null
  done: number
  of: number
  trying: boolean
  problem: string | null
}

export function useVerdict(needs: Needs): Trying {
  const bench = useRef<ReturnType<typeof createBench> | null>(null)
  const turn = useRef(0)
  const [state, setState] = useState<Trying>({
    verdict: null,
    about: null,
    done: 0,
    of: runsFor(needs),
    trying: true,
    problem: null,
  })
  useEffect(
    () => () => {
      turn.current += 1
      bench.current?.close()
      bench.current = null
    },
    [],
  )
  useEffect(() => {
    bench.current ??= createBench()
    turn.current += 1
    const mine = turn.current
    const isWanted = () => turn.current === mine
    const tell = (done: number, of: number) => isWanted() && setState((now) => ({ ...now, done, of, trying: true }))
    bench.current.tryAll(needs, tell, isWanted).then(
      (tried) => {
        if (tried === null || !isWanted()) return
        setState((now) => ({ ...now, verdict: verdictOf(tried, needs), about: needs, trying: false, problem: null }))
      },
      (error: Error) => isWanted() && setState((now) => ({ ...now, trying: false, problem: error.message })),
    )
  }, [needs])
  return state
}
