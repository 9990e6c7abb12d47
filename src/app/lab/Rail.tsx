/** The controls: what this run is made of. Its place is there at once, what stands in it comes a moment later. */
import { labels } from '../../words/index.ts'
import { RailSections } from '../later/around.ts'

export function Rail({ className }: { className: string }) {
  return (
    <aside className={className} aria-label={labels.controls} data-rail="">
      <h2 className="sr-only">{labels.controls}</h2>
      <RailSections />
    </aside>
  )
}
