/** What a step says, asks and waits for. Whatever it holds, Back and Next stand below it and never move. */
import { useEffect, useRef } from 'react'
import { type Playing, worldOf } from '../../lessons/index.ts'
import { inTerms, learning } from '../../words/index.ts'
import { WriteVectors } from '../later/masters.ts'
import { useSlice } from '../live/useLive.ts'
import { Choices } from './Choices.tsx'
import { Figures } from './Figures.tsx'
import { tell } from './lesson.ts'
import { NextWalk } from './NextWalk.tsx'
import { Answered, Prediction } from './Prediction.tsx'
import { Progress } from './Progress.tsx'
import { Prose } from './Prose.tsx'
import { Sources, Told } from './Told.tsx'
import { YourMove } from './YourMove.tsx'

export function StepCard({ playing }: { playing: Playing }) {
  const { lesson, at, phase } = playing
  const step = lesson.steps[at]
  const heading = useStepFocus(at)
  const news = useInSight(phase, at)
  if (!step) return null
  return (
    <aside className="step-card" aria-label={learning.card} data-step-card="">
      <Progress at={at} of={lesson.steps.length} minutes={lesson.minutes} />
      <h1 ref={heading} tabIndex={-1}>
        {inTerms(step.title)}
      </h1>
      <Prose className="nar" text={step.say} />
      {step.vectors && (
        <WriteVectors pair={step.vectors === 'all' ? [] : step.vectors} asked={phase !== 'do' && phase !== 'open'} />
      )}
      <div ref={news}>
        <News playing={playing} />
      </div>
      {phase === 'open' && at === lesson.steps.length - 1 && (
        <>
          <NextWalk after={lesson.id} />
          <Sources sources={lesson.sources} />
        </>
      )}
    </aside>
  )
}

function News({ playing }: { playing: Playing }) {
  const { lesson, at, phase, told, answers, correct } = playing
  const step = lesson.steps[at]
  if (!step || phase === 'enter') return null
  const { predict, gate } = step
  const answer = answers[step.id]
  if (predict && phase === 'ask') return <Prediction asked={predict} playing={playing} />
  return (
    <>
      {predict && answer !== undefined && (
        <Answered asked={predict} answer={answer} correct={phase === 'reveal' ? undefined : correct[step.id]} />
      )}
      {(phase === 'world' || phase === 'beside') && <Worlds playing={playing} />}
      {phase === 'show' && <p className="watching">{learning.showing}</p>}
      {phase === 'do' && gate.is === 'time' && <Watching />}
      {(phase === 'do' || phase === 'open') && (
        <YourMove key={step.id} step={step} tried={phase === 'do'} failed={playing.failed} />
      )}
      {step.figures && <Figures />}
      {phase === 'open' && step.choose && <Choices choose={step.choose} />}
      {phase === 'open' && <Told told={told} step={step} />}
    </>
  )
}

function Watching() {
  const plays = useSlice(({ transport }) => transport.playing)
  return <p className="watching">{plays ? learning.watch : learning.begins}</p>
}

/** After a wrong answer: what one sees, and the way on to the truth. */
function Worlds({ playing }: { playing: Playing }) {
  const world = worldOf(playing)
  if (!world) return null
  return (
    <section className="world-told" data-world={playing.phase}>
      {playing.phase === 'world' && <p className="watching">{learning.worldHint}</p>}
      <div className="ask-acts">
        <button type="button" className="btn solid" data-compare="" onClick={() => tell({ is: 'compare' })}>
          {playing.phase === 'world' ? learning.beside : learning.onWith}
        </button>
      </div>
    </section>
  )
}

/** A new step begins at its heading, for the keyboard and for screen readers. */
function useStepFocus(at: number) {
  const heading = useRef<HTMLHeadingElement>(null)
  const before = useRef(at)
  useEffect(() => {
    if (before.current === at) return
    before.current = at
    heading.current?.closest('[data-step-card]')?.scrollTo(0, 0)
    heading.current?.focus({ preventScroll: true })
  }, [at])
  return heading
}

/** What comes of a step after its beginning is brought into sight where the card is longer than its place. */
function useInSight(phase: Playing['phase'], at: number) {
  const news = useRef<HTMLDivElement>(null)
  const before = useRef(-1)
  useEffect(() => {
    const last = news.current?.lastElementChild
    // A step that only has to be read is read from its beginning.
    const isNew = before.current !== at
    if (phase !== 'enter') before.current = at
    if (!isNew && (phase === 'open' || phase === 'world')) last?.scrollIntoView({ block: 'nearest' })
  }, [phase, at])
  return news
}
