/** The pane of the timeline. Its place is there at once, what is drawn in it comes a moment later. */
import { labels } from '../../words/index.ts'
import { TimelineDrawing } from '../later/around.ts'

export function TimelinePane() {
  return (
    <section className="tl" aria-label={labels.timeline}>
      <h2 className="sr-only">{labels.timeline}</h2>
      <TimelineDrawing />
    </section>
  )
}
