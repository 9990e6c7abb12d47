/** What both sides have been worth to their clients at the moment shown; null until the first answer. */
import { useEffect, useRef, useState } from 'react'
import type { Answer } from '../../../worker/index.ts'
import { useLive, useSlice } from '../../live/useLive.ts'

type Both = Answer<{ ask: 'service' }>

/** Wall milliseconds between two questions while playing: it looks at every request so far. */
const EVERY_MS = 250

export function useService(): Both | null {
  const live = useLive()
  const [both, setBoth] = useState<Both | null>(null)
  const asked = useRef(0)
  const heard = useRef(0)
  const moment = useSlice(({ frame }) => frame, EVERY_MS)
  const beside = useSlice(({ other }) => other?.frame ?? null, EVERY_MS)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another moment is another question
  useEffect(() => {
    const turn = ++asked.current
    live.lab.ask({ ask: 'service' }).then(
      (answer) => {
        if (turn <= heard.current) return
        heard.current = turn
        setBoth(answer)
      },
      () => {},
    )
  }, [live, moment, beside])
  return both
}
