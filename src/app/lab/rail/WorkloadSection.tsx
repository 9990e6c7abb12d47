/** What the clients do: a pause or a rate each, and one write by hand. */

import { labels, workloadSum } from '../../../words/index.ts'
import { useSlice } from '../../live/useLive.ts'
import { ActionButton } from '../../parts/Button.tsx'
import { Section } from '../Section.tsx'
import { SettingRow } from '../SettingRow.tsx'

export function WorkloadSection() {
  const clients = useSlice(({ frame }) => frame.clients) ?? []
  const sum = useSlice(({ frame }) => workloadSum(frame)) ?? ''
  return (
    <Section id="workload" title={labels.workload} sum={sum}>
      {clients.map(({ id, kind }) => (
        <div key={id} className="grid gap-[6px]">
          <div className="pair">
            <b className="mono">{id}</b>
            <ActionButton action="write" target={{ kind: 'client', id }} className="mini" label={labels.writeOnce} />
          </div>
          <SettingRow path={kind === 'stream' ? `clients.${id}.ratePerSecond` : `clients.${id}.thinkMs`} />
        </div>
      ))}
      {clients.length === 0 && <p className="muted">{labels.noClients}</p>}
    </Section>
  )
}
