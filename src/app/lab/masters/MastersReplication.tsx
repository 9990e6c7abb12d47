/** How masters copy from one another: always without waiting, so what is left to choose is what each one drops. */
import { labels, mastering, meshSum, rail } from '../../../words/index.ts'
import { useSlice } from '../../live/useLive.ts'
import { Rest } from '../rail/Rest.tsx'
import { Section } from '../Section.tsx'
import { SettingRow } from '../SettingRow.tsx'

const CONNECTION = ['netTimeoutMs', 'heartbeatMs', 'connectRetryMs', 'connectRetries'].map(
  (name) => `replication.${name}`,
)

export function MastersReplication() {
  const sum = useSlice(({ frame }) => meshSum(frame)) ?? ''
  return (
    <Section id="masters-replication" title={labels.replication} sum={sum}>
      <p className="aside">{mastering.asyncOnly}</p>
      <SettingRow path="multiMaster.loops" />
      <Rest id="replication/connections" title={rail.connections} paths={CONNECTION} />
      <Rest id="replication/logs" title={mastering.logs} paths={['replication.retainEntries']} />
    </Section>
  )
}
