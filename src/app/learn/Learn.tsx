/**
 * A walkthrough: the stage on the left, its story on the right; one above the other where there is no room beside. Shown to
 * a room, and to whoever presents it, it has pages of its own.
 */
import { useEffect } from 'react'
import { inTerms, labels } from '../../words/index.ts'
import { useRunMarks } from '../lab/useRunMarks.ts'
import { Present, Presenter } from '../later/present.ts'
import { usePresenting } from '../present/presenting.ts'
import { useWatching } from '../present/watching.ts'
import { Foot } from './Foot.tsx'
import { LearnStage } from './LearnStage.tsx'
import { LearnTop } from './LearnTop.tsx'
import { useLesson } from './lesson.ts'
import { StepCard } from './StepCard.tsx'

export function Learn() {
  const presents = usePresenting((p) => p.lesson !== null)
  const presenter = useWatching((w) => w.lesson)
  if (presenter !== null) return <Presenter lesson={presenter} />
  return presents ? <Present /> : <Walk />
}

/** By oneself. */
function Walk() {
  const root = useRunMarks()
  const playing = useLesson((l) => l.playing)
  const title = playing && inTerms(playing.lesson.title)
  useEffect(() => {
    if (title !== null) document.title = `${title} – ${labels.product}`
  }, [title])
  if (!playing) return <div ref={root} className="learn" />
  const { lesson, at, phase } = playing
  return (
    <div ref={root} className="learn" data-learn={lesson.id} data-step={at + 1} data-phase={phase}>
      <button type="button" className="skip" onClick={toStage}>
        {labels.skip}
      </button>
      <LearnTop lesson={lesson} at={at} />
      <LearnStage playing={playing} />
      <StepCard playing={playing} />
      <Foot playing={playing} />
    </div>
  )
}

/** A button, not a link: the hash is the app's address. */
function toStage(): void {
  document.querySelector<HTMLElement>('[data-nodes] button')?.focus()
}
