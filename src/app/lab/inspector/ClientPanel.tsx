/** One client: what it waits for, what it was told last, and its own rhythm. */

import { clientRows, clientSentence, labels } from '../../../words/index.ts'
import { useSlice } from '../../live/useLive.ts'
import { ActionButton } from '../../parts/Button.tsx'
import { SettingRow } from '../SettingRow.tsx'

export function ClientPanel({ id }: { id: string }) {
  const frame = useSlice(({ frame }) => frame)
  const client = frame?.clients.find((one) => one.id === id)
  if (!frame || !client) return null
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
      <div className="grid gap-3">
        <SettingRow path={client.kind === 'stream' ? `clients.${id}.ratePerSecond` : `clients.${id}.thinkMs`} />
        <ActionButton action="write" target={{ kind: 'client', id }} label={labels.writeOnce} />
      </div>
    </>
  )
}
