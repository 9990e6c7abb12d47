/** The node's data as rows of a table, newest change first: what a reader would get here, and where the master has more. */
import type { NodeFrame, Row } from '../../../engine/index.ts'
import { inspecting, whole } from '../../../words/index.ts'
import { useAnswer } from '../../live/useAnswer.ts'
import { ScrollTable } from '../../parts/ScrollTable.tsx'

/** Rows asked for; the table scrolls. */
const MOST = 40

export function Rows({ node, master }: { node: NodeFrame; master: string | null }) {
  const here = useRows(node.id)
  const there = useRows(master === node.id ? null : master)
  const newer = new Map(there.map((row) => [row.key, row]))
  return (
    <div className="mb-4" data-rows={node.id}>
      <h3 className="sub">{inspecting.data}</h3>
      {here.length === 0 ? (
        <p className="muted">{inspecting.noData}</p>
      ) : (
        <ScrollTable label={inspecting.data} columns={inspecting.dataColumns}>
          {here.map((row) => {
            const other = newer.get(row.key)
            const behind = other !== undefined && other.write !== row.write ? other : null
            return (
              <tr key={row.key} data-key={row.key}>
                <td>{row.key}</td>
                <td>
                  {whole(row.value)}
                  {behind && <span className="behind">{inspecting.newerOn(master ?? '', behind.value)}</span>}
                </td>
                <td>#{row.position}</td>
                <td>{row.origin}</td>
              </tr>
            )
          })}
        </ScrollTable>
      )}
    </div>
  )
}

const useRows = (node: string | null): readonly Row[] =>
  useAnswer(node === null ? null : { ask: 'rows', node, most: MOST }) ?? []
