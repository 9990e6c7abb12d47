/**
 * Two strategies in figures. The better one of each pair is marked by a tick and by weight, not by colour alone; a figure that
 * can be seen somewhere leads there, on both sides at once. Where there is width the sides are the rows, so that the stages
 * keep their height; on a phone they are the columns.
 */
import { type ServiceCell, type ServiceRow, serviceRows, strategyWords } from '../../../words/index.ts'
import { useLive } from '../../live/useLive.ts'
import { Icon } from '../../parts/Icon.tsx'
import type { Side } from './BranchStage.tsx'
import { useService } from './useService.ts'

const SIDES: readonly Side[] = ['here', 'there']

export function ServiceTable({ names, upright }: { names: Record<Side, string>; upright: boolean }) {
  const both = useService()
  if (!both?.there) return null
  const rows = serviceRows(both.here, both.there, names)
  return upright ? <Upright names={names} rows={rows} /> : <Wide names={names} rows={rows} />
}

interface Props {
  names: Record<Side, string>
  rows: readonly ServiceRow[]
}

function Wide({ names, rows }: Props) {
  return (
    <table className="service" aria-label={strategyWords.service}>
      <thead>
        <tr>
          <td />
          {rows.map(({ id, name, hint }) => (
            <th key={id} scope="col" title={hint}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {SIDES.map((side) => (
          <tr key={side} data-service-side={side}>
            <th scope="row">{names[side]}</th>
            {rows.map((row) => (
              <Cell key={row.id} id={row.id} cell={row[side]} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Upright({ names, rows }: Props) {
  return (
    <table className="service upright" aria-label={strategyWords.service}>
      <thead>
        <tr>
          <td />
          {SIDES.map((side) => (
            <th key={side} scope="col">
              {names[side]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row" title={row.hint}>
              {row.name}
            </th>
            {SIDES.map((side) => (
              <Cell key={side} id={row.id} cell={row[side]} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Cell({ id, cell: { text, better, at, said } }: { id: string; cell: ServiceCell }) {
  const live = useLive()
  const figure = (
    <>
      {text}
      {better && <Icon name="tick" size={11} />}
    </>
  )
  return (
    <td className={better ? 'better' : ''} data-service={id} data-better={better}>
      {at === null ? (
        figure
      ) : (
        <button
          type="button"
          className="leads"
          aria-label={said}
          title={said}
          onClick={() => live.do({ do: 'seek', t: at })}
        >
          {figure}
        </button>
      )}
      {better && <span className="sr-only"> ({strategyWords.better})</span>}
    </td>
  )
}
