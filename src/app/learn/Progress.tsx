/** How far one is, as cells and in words: done is solid, the present one outlined, what lies ahead are dots. */
import { learning } from '../../words/index.ts'

/** Px from cell to cell. */
const PITCH = 14.6

export function Progress({ at, of, minutes }: { at: number; of: number; minutes: number }) {
  const after = of - at - 1
  const left = after === 0 ? 0 : Math.max(1, Math.round((minutes * after) / of))
  return (
    <div className="lesson-progress">
      <svg width={PITCH * of} height="10" viewBox={`0 0 ${PITCH * of} 10`} aria-hidden="true">
        {Array.from({ length: of }, (_, step) => {
          const x = step * PITCH
          const key = `${step}`
          if (step < at) return <rect key={key} x={x} y="0.5" width="9" height="9" fill="var(--ink)" />
          if (step > at) return <circle key={key} cx={x + 4.5} cy="5" r="1.2" fill="var(--line)" />
          return (
            <rect key={key} x={x + 1} y="1.5" width="7" height="7" fill="none" stroke="var(--accent)" strokeWidth="2" />
          )
        })}
      </svg>
      <span className="muted">
        {learning.step(at + 1, of)}, {learning.left(left)}
      </span>
    </div>
  )
}
