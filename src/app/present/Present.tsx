/** A walkthrough shown to a room: what just happened, the stage, and below it what is told, the hands, and the way on. */
import { useEffect } from 'react'
import { type Playing, plainly, sayToRoom } from '../../lessons/index.ts'
import { inTerms, presenting as words } from '../../words/index.ts'
import { useRunMarks } from '../lab/useRunMarks.ts'
import { StepStage } from '../learn/LearnStage.tsx'
import { useLesson } from '../learn/lesson.ts'
import { Prose } from '../learn/Prose.tsx'
import { useSlice } from '../live/useLive.ts'
import { page } from '../page/page.ts'
import { ActionButton } from '../parts/Button.tsx'
import { Icon } from '../parts/Icon.tsx'
import { Bar } from './Bar.tsx'
import { Blackout } from './Blackout.tsx'
import { Evidence } from './Evidence.tsx'
import { Halo } from './Halo.tsx'
import { Middle } from './Middle.tsx'
import { usePresenting } from './presenting.ts'
import { narrationOf, useHeadline } from './told.ts'
import { useIdle } from './useIdle.ts'
import { useLock } from './useLock.ts'
import { useReporting } from './useReporting.ts'
import { useRoomLook } from './useRoomLook.ts'

export function Present() {
  const root = useRunMarks()
  const playing = useLesson((l) => l.playing)
  const black = usePresenting((p) => p.black)
  const locked = usePresenting((p) => p.locked)
  const idle = useIdle()
  useRoomLook()
  useReporting()
  useLock(root)
  return (
    <div
      ref={root}
      className="present"
      data-present=""
      data-idle={idle || undefined}
      data-locked={locked || undefined}
      {...(playing && { 'data-learn': playing.lesson.id, 'data-step': playing.at + 1, 'data-phase': playing.phase })}
    >
      {playing && <Bar lesson={playing.lesson} />}
      {playing && <Room playing={playing} />}
      <Halo />
      {black && <Blackout />}
    </div>
  )
}

/** A longer headline is set smaller, and a still longer one takes two lines; characters. */
const WIDE = 60
const LONG = 74
const sizeOf = ({ length }: string): string => (length > LONG ? 'long' : length > WIDE ? 'wide' : '')

/** Under way, and not begun: nothing moves before somebody touches the page. */
const isWaiting = ({ at, phase, moves, now, entered }: Playing): boolean =>
  phase === 'do' && moves.length > 0 && now?.t === entered[at]?.t

function Begins() {
  const plays = useSlice(({ transport }) => transport.playing) ?? true
  return plays ? null : <span className="pt-wait">{words.begins}</span>
}

function Room({ playing }: { playing: Playing }) {
  const { lesson, at, phase } = playing
  const step = lesson.steps[at]!
  const headline = useHeadline(playing)
  useEffect(() => {
    page.set({ said: { text: `${inTerms(step.title)}. ${plainly(sayToRoom(step))}` } })
  }, [step])
  return (
    <>
      <h1 className={`pt-head ${sizeOf(headline)}`}>{headline}</h1>
      <main className="pt-stage" aria-label={words.stage} data-stage="">
        <StepStage phase={phase} />
        {phase !== 'beside' && <Evidence step={step} phase={phase} />}
      </main>
      <section className="pt-strip" aria-label={words.story}>
        <div className="pt-told">
          {narrationOf(playing).map((text) => (
            <Prose key={text} className="pt-nar" text={text} />
          ))}
        </div>
        <Middle playing={playing} />
        <nav className="pt-nav" aria-label={words.steps}>
          {isWaiting(playing) && <Begins />}
          <span className="mono">{words.progress(at + 1, lesson.steps.length)}</span>
          <ActionButton action="lesson-back" className="">
            <Icon name="back" />
          </ActionButton>
          <ActionButton action="lesson-next" className="solid">
            <Icon name="arrow" />
          </ActionButton>
        </nav>
      </section>
    </>
  )
}
