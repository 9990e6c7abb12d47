/** A walkthrough: the stage on the left, its story on the right; one above the other where there is no room beside. */
import { labels } from '../../words/index.ts'
import { useRunMarks } from '../lab/useRunMarks.ts'
import { Foot } from './Foot.tsx'
import { LearnStage } from './LearnStage.tsx'
import { LearnTop } from './LearnTop.tsx'
import { useLesson } from './lesson.ts'
import { StepCard } from './StepCard.tsx'

export function Learn() {
  const root = useRunMarks()
  const playing = useLesson((l) => l.playing)
  if (!playing) return <div ref={root} className="learn" />
  const { lesson, at, phase } = playing
  return (
    <div ref={root} className="learn" data-learn={lesson.id} data-step={at + 1} data-phase={phase}>
      <button type="button" className="skip" onClick={toStage}>
        {labels.skip}
      </button>
      <LearnTop lesson={lesson} />
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
