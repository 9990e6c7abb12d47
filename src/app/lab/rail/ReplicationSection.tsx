/** When a client hears OK, and how a slave keeps its connection. The mode can change while the run goes on. */

import type { FactKind, Frame } from '../../../engine/index.ts'
import type { MODES } from '../../../run/index.ts'
import { gateSentence, labels, modeSum, rail } from '../../../words/index.ts'
import { useSlice } from '../../live/useLive.ts'
import { Icon } from '../../parts/Icon.tsx'
import { WhyButton } from '../../parts/WhyButton.tsx'
import { Section } from '../Section.tsx'
import { SettingRow } from '../SettingRow.tsx'
import { Rest } from './Rest.tsx'

type Mode = (typeof MODES)[number]
type Gate = Frame['mode']['gate']

/** What each mode has; what it does not have would be a control without effect. */
const OF_MODE: Record<Mode, string[]> = {
  async: [],
  'semi-sync': ['ack', 'waitFor', 'timeoutMs', 'waitPoint'],
  quorum: ['ack', 'waitFor', 'waitPoint'],
  all: ['ack', 'waitPoint'],
}
const ABOUT: Partial<Record<Mode, () => string>> = {
  async: () => rail.asyncWaits,
  quorum: () => rail.quorumWaits,
  all: () => rail.allWaits,
}
const CONNECTION = ['netTimeoutMs', 'heartbeatMs', 'connectRetryMs', 'connectRetries'].map(
  (name) => `replication.${name}`,
)
const LOGS = ['replication.retainEntries', 'replication.heartbeatRowMs']

export function ReplicationSection() {
  const kind = useSlice(({ frame }) => frame.mode.kind) ?? 'async'
  const sum = useSlice(({ frame }) => modeSum(frame)) ?? ''
  const about = ABOUT[kind]?.()
  return (
    <Section id="replication" title={labels.replication} sum={sum}>
      <SettingRow path="replication.mode" />
      {about && <p className="aside">{about}</p>}
      {OF_MODE[kind].map((name) => (
        <SettingRow key={name} path={`replication.${name}`} />
      ))}
      <GateNote />
      <Rest id="replication/connections" title={rail.connections} paths={CONNECTION} />
      <Rest id="replication/logs" title={rail.logs} paths={LOGS} />
    </Section>
  )
}

/** The fact behind a gate that does not work as set. */
const WHY: Partial<Record<Gate, FactKind[]>> = { 'fallen-back': ['gate-timed-out'], blocked: ['gate-blocked'] }

/** What the gate does now, where that is not what one would think. */
function GateNote() {
  const gate = useSlice(({ frame }) => frame.mode.gate) ?? 'async'
  const said = useSlice(({ frame }) => gateSentence(frame))
  if (!said) return null
  const kinds = WHY[gate]
  return (
    <p className="note">
      <span className={gate === 'blocked' ? 'text-crit' : 'text-warn'}>
        <Icon name="clock" size={14} />
      </span>
      <span>
        {said} {kinds && <WhyButton about={labels.replication} kinds={kinds} />}
      </span>
    </p>
  )
}
