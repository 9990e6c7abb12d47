/** The pane of the event log. Its place is there at once, its rows come a moment later. */
import { labels } from '../../words/index.ts'
import { EventList } from '../later/around.ts'

export function EventLog() {
  return (
    // It is read when wanted: what must be heard at once the page's own voice says.
    <section className="log" role="log" aria-live="off" aria-label={labels.eventLog}>
      <EventList />
    </section>
  )
}
