/** Who watches the master, how soon it is given up, who takes over, and how the old one is kept from writing. */

import { doVote, failoverSum, labels, rail } from '../../../words/index.ts'
import { useSlice } from '../../live/useLive.ts'
import { ActionButton } from '../../parts/Button.tsx'
import { Fold, Section } from '../Section.tsx'
import { SettingRow } from '../SettingRow.tsx'
import { MonitorsControl } from './MonitorsControl.tsx'
import { Rest } from './Rest.tsx'

const PROBES = ['failover.probeEveryMs', 'failover.probeTimeoutMs', 'failover.misses']
const ELECTION = ['electionPauseMs', 'electionMs', 'electionRetryMs'].map((name) => `failover.${name}`)
const LATER = ['oldMaster', 'oldConnections', 'antiFlapMs', 'catchUpMs'].map((name) => `failover.${name}`)
/** How long a fence takes is a lease's own length, or the time of a command; none takes no time. */
const FENCE_TAKES: Record<string, string> = { lease: 'leaseMs', 'power-off': 'fenceMs', proxy: 'fenceMs' }

export function FailoverSection() {
  const monitor = useSlice(({ frame }) => frame.monitor?.state ?? 'none') ?? 'none'
  const several = useSlice(({ frame }) => (doVote(frame) ? frame.monitors.length : 0)) ?? 0
  const sum = useSlice(({ frame }) => failoverSum(frame)) ?? ''
  return (
    <Section id="failover" title={labels.failover} sum={sum}>
      <MonitorsControl />
      {monitor === 'none' ? (
        <p className="aside">{labels.noMonitor}</p>
      ) : (
        <>
          {PROBES.map((path) => (
            <SettingRow key={path} path={path} />
          ))}
          {several > 0 && <SettingRow path="failover.quorum" most={several} />}
          {several > 1 && <Rest id="failover/election" title={rail.election} paths={ELECTION} />}
          <Choice waits={monitor === 'waiting-for-choice'} />
          <Fence />
          <SettingRow path="failover.promoteMs" />
          <SettingRow path="failover.rerouteMs" />
          <Rest id="failover/later" title={rail.afterwards} paths={LATER} />
        </>
      )}
    </Section>
  )
}

/** Who takes over, by which rules, and what becomes of a relay log that is not empty. */
function Choice({ waits }: { waits: boolean }) {
  const byHand = useSlice(({ frame }) => frame.settings['failover.choose'] === 'by-hand') ?? false
  return (
    <>
      <SettingRow path="failover.choose" />
      {waits ? <Candidates /> : byHand && <p className="aside">{rail.byHandLater}</p>}
      <Rules />
      <SettingRow path="failover.drain" />
    </>
  )
}

function Rules() {
  const nodes = useSlice(({ frame }) => frame.nodes.map(({ id }) => id)) ?? []
  const apart = useSlice(({ frame }) => frame.dataCenters.length > 0) ?? false
  const special = useSlice(({ frame }) => frame.nodes.filter(({ promotion }) => promotion !== 'neutral').length) ?? 0
  return (
    <Fold id="failover/rules" title={rail.rules} sum={special > 0 ? rail.rulesFor(special) : ''}>
      {apart && <SettingRow path="failover.promoteWithin" />}
      {nodes.map((id) => (
        <SettingRow key={id} path={`nodes.${id}.promotion`} name={rail.ruleOf(id)} />
      ))}
    </Fold>
  )
}

function Fence() {
  const fence = useSlice(({ frame }) => `${frame.settings['failover.fence'] ?? 'none'}`) ?? 'none'
  const takes = FENCE_TAKES[fence]
  return (
    <>
      <SettingRow path="failover.fence" />
      {takes && <SettingRow path={`failover.${takes}`} />}
    </>
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
