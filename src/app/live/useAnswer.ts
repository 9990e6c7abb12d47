/** An answer that is not part of every update: asked for again whenever something happened. */
import { useEffect, useState } from 'react'
import type { Answer, Question } from '../../worker/index.ts'
import { useLive, useSlice } from './useLive.ts'

/** Null: nothing is asked, or there is no answer yet. An answer that comes late to another question is dropped. */
export function useAnswer<Q extends Question>(question: Q | null): Answer<Q> | null {
  const live = useLive()
  const at = useSlice(({ transport: { event, time, run } }) => `${event} ${time} ${run.interventions.length}`)
  const asked = question === null ? null : JSON.stringify(question)
  const [known, setKnown] = useState<{ asked: string; answer: Answer<Q> } | null>(null)
  useEffect(() => {
    let wanted = at !== null
    if (asked !== null)
      live.lab.ask(JSON.parse(asked) as Q).then(
        (answer) => wanted && setKnown({ asked, answer }),
        // The page hears of a lab that has failed elsewhere.
        () => {},
      )
    return () => {
      wanted = false
    }
  }, [live, asked, at])
  return known !== null && known.asked === asked ? known.answer : null
}
