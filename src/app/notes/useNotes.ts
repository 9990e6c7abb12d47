/** What the notes need besides the walkthrough itself: a lab of their own is asked what is true and what comes of it. */
import { useEffect, useState } from 'react'
import type { Frame } from '../../engine/index.ts'
import { fetchWalkthrough, type Playing, shownThrough, type Walkthrough } from '../../lessons/index.ts'
import { fetchStagePacks } from '../../stage/index.ts'
import { learning } from '../../words/index.ts'
import { createPageLab } from '../../worker/index.ts'
import { fetchBeside } from '../later/beside.ts'
import { notify } from '../page/page.ts'

export interface Noted {
  lesson: Walkthrough
  /** Index of the step that is asked about. */
  at: number
  /** Past the last step; null: still asking, or it failed. */
  shown: Playing | null
  /** How the step of the last question ends, by its index. */
  decided: { at: number; frame: Frame } | null
  problem: string | null
}

/** Null until the walkthrough is there. */
export function useNotes(id: string): Noted | null {
  const [noted, setNoted] = useState<Noted | null>(null)
  useEffect(() => {
    let wanted = true
    const lab = createPageLab(fetchBeside)
    const ask = async () => {
      const lesson = await fetchWalkthrough(id).catch(() => null)
      if (!wanted) return
      if (!lesson) {
        location.hash = '#/'
        // Opening the first page clears what was said before.
        setTimeout(() => notify(lesson === null ? learning.unfetched : learning.unknown))
        return
      }
      const begun: Noted = { lesson, at: 0, shown: null, decided: null, problem: null }
      setNoted(begun)
      const change = (change: Partial<Noted>) => wanted && setNoted((now) => ({ ...(now ?? begun), ...change }))
      lab.onProblem((problem) => change({ problem }))
      const deck = {
        do: (command: Parameters<typeof lab.do>[0]) =>
          lab.do(command.do === 'play-until' ? { ...command, atOnce: true } : command),
        ask: lab.ask,
      }
      // What arranges many in a small picture.
      await fetchStagePacks(['operations'])
      await shownThrough(lesson, deck, async ({ at }) => {
        const frame = lab.latest?.frame
        change({ at: at + 1, ...(lesson.steps[at]?.predict && frame && { decided: { at, frame } }) })
        await breath()
      }).then(
        (shown) => change({ shown }),
        (error: Error) => change({ problem: error.message }),
      )
    }
    setNoted(null)
    void ask()
    return () => {
      wanted = false
      lab.close()
    }
  }, [id])
  return noted
}

/** The page draws, and answers whoever presses something. */
const breath = () => new Promise<void>((resolve) => setTimeout(resolve))
