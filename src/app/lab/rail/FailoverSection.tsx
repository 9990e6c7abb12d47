/** Who watches the master, how soon it is given up, and who takes over. */

import { failoverSum, labels } from '../../../words/index.ts'
import { useSlice } from '../../live/useLive.ts'
import { ActionButton } from '../../parts/Button.tsx'
import { Section } from '../Section.tsx'
import { SettingRow } from '../SettingRow.tsx'

export function FailoverSection() {
  const monitor = useSlice(({ frame }) => frame.monitor?.state ?? 'none') ?? 'none'
  const nodes = useSlice(({ frame }) => frame.nodes) ?? []
  const sum = useSlice(({ frame }) => failoverSum(frame)) ?? ''
  return (
    <Section id="failover" title={labels.failover} sum={sum}>
      {monitor === 'none' ? (
        <p className="muted">{labels.noMonitor}</p>
      ) : (
        <>
          <SettingRow path="failover.probeEveryMs" />
          <SettingRow path="failover.misses" />
          <SettingRow path="failover.choose" />
          {monitor === 'waiting-for-choice' &&
            nodes.map(({ id }) => (
              <ActionButton key={id} action="promote" target={{ kind: 'node', id }} className="btn" hide />
            ))}
          <SettingRow path="failover.promoteMs" />
          <SettingRow path="failover.rerouteMs" />
        </>
      )}
    </Section>
  )
}
