/** Who watches the master, how soon it is given up, and who takes over. */

import { failoverSum, labels, rail } from '../../../words/index.ts'
import { useSlice } from '../../live/useLive.ts'
import { ActionButton } from '../../parts/Button.tsx'
import { Section } from '../Section.tsx'
import { SettingRow } from '../SettingRow.tsx'

const BEFORE = ['probeEveryMs', 'probeTimeoutMs', 'misses', 'choose']
const AFTER = ['promoteMs', 'rerouteMs']

export function FailoverSection() {
  const monitor = useSlice(({ frame }) => frame.monitor?.state ?? 'none') ?? 'none'
  const byHand = useSlice(({ frame }) => frame.settings['failover.choose'] === 'by-hand') ?? false
  const sum = useSlice(({ frame }) => failoverSum(frame)) ?? ''
  return (
    <Section id="failover" title={labels.failover} sum={sum}>
      {monitor === 'none' ? (
        <p className="aside">{labels.noMonitor}</p>
      ) : (
        <>
          {BEFORE.map((name) => (
            <SettingRow key={name} path={`failover.${name}`} />
          ))}
          {monitor === 'waiting-for-choice' ? <Candidates /> : byHand && <p className="aside">{rail.byHandLater}</p>}
          {AFTER.map((name) => (
            <SettingRow key={name} path={`failover.${name}`} />
          ))}
        </>
      )}
    </Section>
  )
}

/** The monitor waits: everybody who could take over has a button. */
function Candidates() {
  const nodes = useSlice(({ frame }) => frame.nodes.map(({ id }) => id)) ?? []
  return (
    <div className="candidates">
      <p>
        <b>{rail.nameNext}</b>
      </p>
      {nodes.map((id) => (
        <ActionButton key={id} action="promote" target={{ kind: 'node', id }} className="btn" hide />
      ))}
    </div>
  )
}
