/** A region in the inspector: its three replicas, each with what stops or starts it, what comes late, what is promised. */
import type { Frame, RegionFrame, SiteFrame } from '../../../engine/index.ts'
import {
  clockFace,
  conflictWords,
  masterWords,
  offsetWords,
  promiseTwin,
  regionSentence,
  regionWords,
  replicaRow,
} from '../../../words/index.ts'
import { ActionButton } from '../../parts/Button.tsx'
import { ColumnNames } from '../../parts/ScrollTable.tsx'
import { WhyButton } from '../../parts/WhyButton.tsx'
import { SiteRows } from '../masters/SiteRows.tsx'
import { LatencyTable } from './LatencyTable.tsx'

export function RegionPart({ site, region, frame }: { site: SiteFrame; region: RegionFrame; frame: Frame }) {
  const target = { kind: 'node' as const, id: site.node }
  return (
    <div data-region={site.node}>
      <section className="mb-4">
        <h3 className="sub">{regionWords.replicas}</h3>
        <p className="said-why">
          <span className="said">{regionSentence(region, frame.time)}</span>
          <WhyButton
            about={regionWords.about(site.node)}
            kinds={['leader-gone', 'leader-elected', 'region-isolated', 'region-joined']}
            at={site.node}
          />
        </p>
        <Replicas region={region} node={site.node} />
        <div className="acts-row mt-3">
          <ActionButton action="kill" target={target} className="mini crit" hide />
          <ActionButton action="restart" target={target} className="mini" hide />
          <ActionButton action="isolate-region" target={target} className="mini crit" hide />
          <ActionButton action="join-region" target={target} className="mini" hide />
          <ActionButton action="remove-master" target={target} className="mini" hide />
        </div>
      </section>
      {!region.witness && <LatencyTable region={region} />}
      {region.kind === 'mrsc' && <Promises region={region} />}
      {!region.witness && <SiteRows site={site} frame={frame} />}
      <Clock site={site} />
    </div>
  )
}

function Replicas({ region, node }: { region: RegionFrame; node: string }) {
  const target = { kind: 'node' as const, id: node }
  return (
    <table className="channels" aria-label={regionWords.replicas}>
      <ColumnNames of={regionWords.columns} />
      <tbody>
        {region.replicas.map((replica) => {
          const [zone, ...cells] = replicaRow(replica)
          return (
            <tr key={zone} data-replica={zone} data-state={replica.state}>
              <th scope="row">{zone}</th>
              {cells.map((text, i) => (
                <td key={regionWords.columns[i + 1]}>{text}</td>
              ))}
              <td>
                <ActionButton action="kill-replica" target={target} choice={zone} className="mini" hide>
                  {regionWords.stop}
                </ActionButton>
                <ActionButton action="restart-replica" target={target} choice={zone} className="mini" hide>
                  {regionWords.start}
                </ActionButton>
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function Promises({ region: { promised } }: { region: RegionFrame }) {
  return (
    <section className="mb-4" data-promised={promised.length}>
      <h3 className="sub">{regionWords.promises}</h3>
      {promised.length === 0 ? (
        <p className="muted">{regionWords.noPromises}</p>
      ) : (
        <ul>
          {promised.map((one) => (
            <li key={one.key}>{promiseTwin(one)}</li>
          ))}
        </ul>
      )}
    </section>
  )
}

const PLACES = 3

/** By its clock the last writer is told: nothing else is kept of who wrote when. */
function Clock({ site: { node, clock } }: { site: SiteFrame }) {
  return (
    <>
      <h3 className="sub">{regionWords.clock}</h3>
      <dl className="counts" data-site={node}>
        {[
          [conflictWords.wall, clockFace(clock.wallUs, PLACES)],
          [conflictWords.offset, offsetWords(clock.offsetUs)],
          [conflictWords.drift, clock.driftPpm === 0 ? conflictWords.noDrift : masterWords.drift(clock.driftPpm)],
        ].map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}
