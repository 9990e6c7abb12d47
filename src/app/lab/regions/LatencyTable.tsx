/** ReplicationLatency of every region whose items come here, and what that metric does not say: how much is pending. */
import type { RegionFrame } from '../../../engine/index.ts'
import { latencyOf, latencyRow, lateness, regionWords } from '../../../words/index.ts'
import { ColumnNames } from '../../parts/ScrollTable.tsx'

export function LatencyTable({ region }: { region: RegionFrame }) {
  return (
    <section className="mb-4" data-latency="">
      <h3 className="sub">{regionWords.replicationLatency}</h3>
      <table className="channels" aria-label={regionWords.replicationLatency}>
        <ColumnNames of={regionWords.latencyColumns} />
        <tbody>
          {latencyOf(region).map((one) => {
            const [from, ...cells] = latencyRow(one)
            return (
              <tr key={from} data-from={from}>
                <th scope="row">{from}</th>
                {cells.map((text, i) => (
                  <td
                    key={regionWords.latencyColumns[i + 1]}
                    {...(lateness(one).late && i > 0 && { style: { color: 'var(--warn)', fontWeight: 700 } })}
                  >
                    {text}
                  </td>
                ))}
              </tr>
            )
          })}
        </tbody>
      </table>
      <p className="muted">{regionWords.latencyHint}</p>
    </section>
  )
}
