/** The rules side by side on the same two versions: what each would have left of them, whatever rule decided. */
import type { ConflictFrame, Frame, RuleName, RulingFrame } from '../../../engine/index.ts'
import { rulingLoss, rulingName, rulingOutcome, rulingWords } from '../../../words/index.ts'
import { useAnswer } from '../../live/useAnswer.ts'
import { ColumnNames } from '../../parts/ScrollTable.tsx'
import { FAMILIES } from './ruleFamilies.ts'

export function SideBySide({ conflict, frame }: { conflict: ConflictFrame; frame: Frame }) {
  const rulings = useAnswer({ ask: 'rulings', conflict: conflict.id })
  const { title, columns, hint, noFunction, unique } = rulingWords
  if (conflict.kind === 'unique')
    return (
      <section className="cmp">
        <h4>{title}</h4>
        <p className="muted">{unique}</p>
      </section>
    )
  if (rulings === null || rulings.length === 0) return null
  return (
    <section className="cmp" data-rulings={rulings.length}>
      <h4>{title}</h4>
      <table className="rulings" aria-label={title}>
        <ColumnNames of={columns} />
        <tbody>
          {inOrder(rulings).map((ruling) => (
            <Line key={rulingName(ruling)} ruling={ruling} conflict={conflict} frame={frame} />
          ))}
        </tbody>
      </table>
      <p className="muted">
        {hint} {rulings.some(({ rule }) => rule === 'function') ? '' : noFunction}
      </p>
    </section>
  )
}

/** As the segments above have them. */
const ORDER: readonly RuleName[] = Object.values(FAMILIES).flat()
const inOrder = (rulings: readonly RulingFrame[]): RulingFrame[] =>
  [...rulings].sort((one, other) => ORDER.indexOf(one.rule) - ORDER.indexOf(other.rule))

function Line({ ruling, conflict, frame }: { ruling: RulingFrame; conflict: ConflictFrame; frame: Frame }) {
  const { rule, agree } = ruling
  const inForce = rule === conflict.rule
  const loss = rulingLoss(ruling, frame)
  return (
    <tr data-ruling={rulingName(ruling)} aria-current={inForce ? 'true' : undefined}>
      <th scope="row" title={inForce ? rulingWords.here : undefined}>
        {rulingName(ruling)}
      </th>
      <td className={agree ? '' : 'cf'}>{rulingOutcome(ruling, conflict)}</td>
      <td className={loss.broken ? 'cf' : ''}>{loss.text}</td>
    </tr>
  )
}
