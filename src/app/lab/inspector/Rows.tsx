/** The node's data as rows of a table, newest change first: what a reader would get here, and where the master has more. */
import { useEffect, useState } from 'react'
import type { NodeFrame, Row } from '../../../engine/index.ts'
import { inspecting, whole } from '../../../words/index.ts'
import { useLive, useSlice } from '../../live/useLive.ts'

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
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls
        <section className="rows" tabIndex={0} aria-label={inspecting.data}>
          <table>
            <thead>
              <tr>
                {inspecting.dataColumns.map((name) => (
                  <th key={name} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
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
            </tbody>
          </table>
        </section>
      )}
    </div>
  )
}

/** Asked for again whenever something happened. */
function useRows(node: string | null): Row[] {
  const live = useLive()
  const at = useSlice(({ transport: { event, time, run } }) => `${event} ${time} ${run.interventions.length}`)
  const [rows, setRows] = useState<Row[]>([])
  useEffect(() => {
    let wanted = at !== null
    if (node === null) setRows([])
    else
      live.lab.ask({ ask: 'rows', node, most: MOST }).then(
        (answer) => wanted && setRows(answer),
        () => {},
      )
    return () => {
      wanted = false
    }
  }, [live, node, at])
  return rows
}
