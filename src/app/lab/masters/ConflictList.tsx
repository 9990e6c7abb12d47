/** The last conflicts, the newest first: a press shows one. The same two versions meet at every master. */
import type { Frame } from '../../../engine/index.ts'
import { conflictRow, conflictWords } from '../../../words/index.ts'
import { page } from '../../page/page.ts'

export function ConflictList({ chosen, frame }: { chosen: number; frame: Frame }) {
  const conflicts = [...(frame.multiMaster?.conflicts ?? [])].reverse()
  if (conflicts.length < 2) return null
  return (
    <section className="cmp">
      <h4>{conflictWords.all}</h4>
      <ul className="conflicts" data-conflicts={conflicts.length}>
        {conflicts.map((one) => {
          const [at, words] = conflictRow(one, frame)
          return (
            <li key={one.id}>
              <button
                type="button"
                className="pick"
                aria-pressed={one.id === chosen}
                data-conflict-row={one.id}
                onClick={() => page.select({ kind: 'conflict', id: `${one.id}` })}
              >
                <span className="mono muted">{at}</span> <span>{words}</span>
              </button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
