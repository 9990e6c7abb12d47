/** What a global table is set to: its kind, which is fixed for life, and what its replicas and regions wait for. */
import { rail, regionWords } from '../../../words/index.ts'
import { useSlice } from '../../live/useLive.ts'
import { Rest } from '../rail/Rest.tsx'
import { Section } from '../Section.tsx'
import { SettingRow } from '../SettingRow.tsx'

const CONNECTION = ['netTimeoutMs', 'heartbeatMs', 'connectRetryMs'].map((name) => `replication.${name}`)

export function RegionsSection() {
  const scenario = useSlice(({ transport }) => transport.run.scenario)
  if (!scenario || scenario.regions.kind === 'none') return null
  const { kind, witness } = scenario.regions
  return (
    <Section id="regions" title={regionWords.section} sum={regionWords.kind(kind)} initially>
      <dl className="counts mb-2" data-kind={kind}>
        <div>
          <dt>{regionWords.kindIs}</dt>
          <dd>{regionWords.kind(kind)}</dd>
        </div>
        {witness !== undefined && (
          <div>
            <dt>{regionWords.witness}</dt>
            <dd>{witness}</dd>
          </div>
        )}
        <div>
          <dt>{regionWords.conflicts}</dt>
          <dd>{kind === 'mrec' ? regionWords.later : regionWords.refused}</dd>
        </div>
      </dl>
      <p className="aside">{regionWords.fixed[kind]}</p>
      <SettingRow path="regions.zoneMs" />
      <SettingRow path="regions.leaseMs" />
      {kind === 'mrsc' && <SettingRow path="regions.giveUpMs" />}
      {kind === 'mrec' && <SettingRow path="multiMaster.ties" />}
      <Rest id="regions/connections" title={rail.connections} paths={CONNECTION} />
    </Section>
  )
}
