/** The pane of the event log. Its place is there at once, its rows come a moment later. */
import { labels } from '../../words/index.ts'
import { EventList } from '../later/around.ts'

export function EventLog() {
  return (
    <section className="log" aria-label={labels.eventLog}>
      <EventList />
    </section>
  )
}
