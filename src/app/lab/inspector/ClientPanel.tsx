/** One client: what it waits for, what it was told or has read last, and its own rhythm. */

import { clientRows, clientSentence, labels, panels, verdictSentence } from '../../../words/index.ts'
import { WriteByHand } from '../../later/masters.ts'
import { useSlice } from '../../live/useLive.ts'
import { ActionButton } from '../../parts/Button.tsx'
import { WhyButton } from '../../parts/WhyButton.tsx'
import { SettingRow } from '../SettingRow.tsx'
import { Why } from './Why.tsx'
import { whyAnswer, whyRead } from './whyOf.ts'

export function ClientPanel({ id }: { id: string }) {
  const frame = useSlice(({ frame }) => frame)
  const phantom = useSlice(({ transport: { milestones, time } }) =>
    milestones.find((fact) => fact.kind === 'phantom-read' && fact.at === id && fact.t <= time),
  )
  const client = frame?.clients.find((one) => one.id === id)
  if (!frame || !client) return null
  const rerouted = frame.epoch > 1
  const reads = client.kind === 'reader' || client.kind === 'read-write'
  return (
    <>
      <div className="ih">
        <h3 className="name">{id}</h3>
      </div>
      <p className="mb-3">{clientSentence(client, frame)}</p>
      <dl className="counts">
        {clientRows(client, frame).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <ul className="badges">
        {client.lastRead && whyRead(client) && (
          <li data-verdict={client.lastRead.verdict}>
            <span className={`said ${client.lastRead.verdict === 'stale' ? 'text-warn' : 'text-crit'}`}>
              {verdictSentence(id, client.lastRead)}
            </span>
            <Why of={whyRead(client)} />
          </li>
        )}
        {whyAnswer(client) && (
          <li>
            <span className="said text-warn">{whyAnswer(client)?.about}</span>
            <Why of={whyAnswer(client)} />
          </li>
        )}
        {phantom && (
          <li>
            <span className="said text-crit">{panels.about.phantom(id)}</span>
            <WhyButton about={panels.about.phantom(id)} kinds={['phantom-read']} at={id} />
          </li>
        )}
        {rerouted && (
          <li>
            <span className="said">{panels.about.target(id, client.target)}</span>
            <WhyButton about={panels.about.target(id, client.target)} kinds={['client-rerouted']} at={id} />
          </li>
        )}
      </ul>
      <div className="grid gap-3">
        {reads && frame.multiMaster?.sites[0]?.region && <SettingRow path={`clients.${id}.consistency`} />}
        {reads && frame.multiMaster === null && <SettingRow path={`clients.${id}.route`} />}
        <SettingRow path={client.kind === 'stream' ? `clients.${id}.ratePerSecond` : `clients.${id}.thinkMs`} />
        {client.kind !== 'reader' && frame.multiMaster === null && (
          <ActionButton action="write" target={{ kind: 'client', id }} label={labels.writeOnce} />
        )}
        {client.kind !== 'reader' && frame.multiMaster !== null && <WriteByHand client={id} />}
      </div>
    </>
  )
}
