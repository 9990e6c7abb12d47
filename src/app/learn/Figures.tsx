/** What the run has been worth to its clients so far, as the engine measures it: what a write takes, what is lost, how long nobody was served. */
import { learning, serviceLines } from '../../words/index.ts'
import { useService } from '../lab/branches/useService.ts'

/** In the order in which they are weighed. */
const SHOWN = ['writes-median', 'lost', 'discarded', 'without'] as const

export function Figures() {
  const both = useService()
  if (!both) return null
  const lines = serviceLines(both.here)
  return (
    <dl className="figures" aria-label={learning.figures} data-figures="">
      {SHOWN.flatMap((wanted) => lines.filter(({ id }) => id === wanted)).map(({ id, name, hint, text }) => (
        <div key={id} data-figure-line={id} title={hint}>
          <dt>
            {name} <span className="muted">{learning.figureTags[id]}</span>
          </dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  )
}
