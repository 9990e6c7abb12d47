/**
 * The page's one voice for screen readers: the live region that `voice.ts` speaks through. Everything that must be
 * heard goes here, notices too; nothing else on the page is live.
 */
import { useEffect, useRef } from 'react'
import { inTerms, labels, milestone, seconds, stageSentence } from '../../words/index.ts'
import type { Update } from '../../worker/index.ts'
import { isQuiet } from '../lab/logTone.ts'
import { useLive } from '../live/useLive.ts'
import { page, usePage } from '../page/page.ts'
import { createVoice, type Heard, type Speech } from './voice.ts'

/** As the reader has chosen; what a page must say (a notice) is always said. */
const announced = (fact: number, milestones: readonly { id: number }[]): boolean => {
  const { announce } = page.get()
  return announce === 'all' || (announce === 'milestones' && milestones.some(({ id }) => id === fact))
}

const speech: Speech = {
  news: ({ frame, milestones }, after) =>
    frame.recent
      .filter((fact) => announced(fact.id, milestones))
      .filter((fact) => fact.id > after && !isQuiet(fact))
      .map((fact) => ({
        t: fact.t,
        text: labels.at(seconds(fact.t), milestone(fact)),
        milestone: milestones.some(({ id }) => id === fact.id),
      })),
  summary: stageSentence,
}

const heard = ({ frame, transport: { playing, milestones, run, branches } }: Update): Heard => ({
  frame,
  playing,
  milestones,
  scene: `${run.scenario.id} ${branches.find(({ present }) => present)?.id}`,
})

export function Announcer() {
  const live = useLive()
  const box = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    const voice = createVoice(
      {
        say: (text) => {
          if (box.current) box.current.textContent = inTerms(text)
        },
        now: () => performance.now(),
        later: (ms, then) => {
          const timer = setTimeout(then, ms)
          return () => clearTimeout(timer)
        },
      },
      speech,
    )
    const hear = () => {
      const update = live.panels()
      if (update) voice.hear(heard(update))
    }
    hear()
    const stops = [
      live.onPanels(hear),
      usePage.subscribe(({ notices, terms, said }, { notices: before, terms: spoken, said: saidBefore }) => {
        // What was said in other words is not left to be read.
        if (terms !== spoken && box.current) box.current.textContent = ''
        for (const { id, text } of notices) if (!before.some((one) => one.id === id)) voice.tell(text)
        if (said !== null && said !== saidBefore) voice.tell(said.text)
      }),
    ]
    return () => {
      for (const stop of stops) stop()
      voice.stop()
    }
  }, [live])
  return <p ref={box} role="status" aria-live="polite" className="sr-only" data-voice="" />
}
