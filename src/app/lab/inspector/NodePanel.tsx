/** One database node: role, logs, lag in every measure, its threads, its data, its machines, what one can do to it. */

import type { Frame, NodeFrame } from '../../../engine/index.ts'
import {
  clockWords,
  inspecting,
  kindOfRegions,
  labels,
  lagWords,
  onlyHereSentence,
  panels,
  positions,
  roleWord,
} from '../../../words/index.ts'
import { SitePart } from '../../later/masters.ts'
import { useSlice } from '../../live/useLive.ts'
import { WhyButton } from '../../parts/WhyButton.tsx'
import { Guarantees } from './Guarantees.tsx'
import { LagPart } from './LagPart.tsx'
import { NodeActions } from './NodeActions.tsx'
import { RoleIcon } from './RoleIcon.tsx'
import { Rows } from './Rows.tsx'
import { roleTone } from './roleTone.ts'
import { StateChart } from './StateChart.tsx'
import { Strips } from './Strips.tsx'
import { Threads } from './Threads.tsx'
import { Why } from './Why.tsx'
import { whyRole } from './whyOf.ts'
import { whyGate } from './whyRun.ts'

export function NodePanel({ id }: { id: string }) {
  const frame = useSlice(({ frame }) => frame)
  const node = frame?.nodes.find((one) => one.id === id)
  if (!frame || !node) return null
  if (kindOfRegions(frame) !== null)
    return (
      <>
        <Head node={node} epoch={false} />
        <SitePart id={id} frame={frame} />
        <Strips node={node} frame={frame} />
        <StateChart parts={node.parts} first="replica" />
        <Guarantees />
      </>
    )
  return (
    <>
      <Head node={node} />
      <Strips node={node} frame={frame} />
      <Positions node={node} />
      <Remarks node={node} frame={frame} />
      <LagPart node={node} frame={frame} />
      <Threads node={node} frame={frame} />
      <NodeActions id={id} />
      {frame.multiMaster ? <SitePart id={id} frame={frame} /> : <Rows node={node} master={masterOf(frame)} />}
      <StateChart parts={node.parts} progress={drained(node, frame.time) ?? rewound(node, frame.time)} />
      <Guarantees />
    </>
  )
}

/** `epoch`: is there one that means anything? */
function Head({ node, epoch = true }: { node: NodeFrame; epoch?: boolean }) {
  return (
    <div className="ih">
      <h3 className="name">{node.id}</h3>
      <span className="role" style={{ color: `var(--${roleTone(node)})` }}>
        <RoleIcon node={node} />
        {roleWord(node)}
      </span>
      {epoch && (
        <span className="muted">
          {labels.epoch} {node.epoch}
        </span>
      )}
      <Why of={whyRole(node)} />
    </div>
  )
}

function Positions({ node }: { node: NodeFrame }) {
  const [trueLag, reported] = lagWords(node)
  return (
    <dl className="pos">
      {[...positions(node), trueLag, reported]
        .filter((row) => row !== undefined)
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  )
}

/** What is out of the ordinary with this node, one line each, each with its reason. */
function Remarks({ node, frame }: { node: NodeFrame; frame: Frame }) {
  const only = onlyHereSentence(node)
  const gate = node.role === 'master' && node.process === 'up' && node.epoch === frame.epoch ? whyGate(frame) : null
  // Several masters: its clocks have a part of their own.
  const hasWrongClock = node.clockOffsetUs !== 0 && frame.multiMaster === null
  const remarks =
    only !== '' ||
    node.extraFrom !== null ||
    node.errant !== null ||
    node.role === 'fenced' ||
    hasWrongClock ||
    gate !== null
  if (!remarks) return null
  return (
    <ul className="badges remarks">
      {gate && (
        <li>
          <span className="said text-warn">{inspecting.gateNow(frame.mode.gate)}</span>
          <Why of={gate} />
        </li>
      )}
      {only !== '' && (
        <li>
          <span className="said text-warn">{only}</span>
          <WhyButton
            about={panels.about.onlyHere(node.id)}
            kinds={['entries-logged', 'entries-received']}
            at={node.id}
          />
        </li>
      )}
      {node.extraFrom !== null && (
        <li>
          <span className="said text-crit">{inspecting.extra(node.extraFrom)}</span>
          <WhyButton about={panels.about.extra(node.id)} kinds={['extra-entries-found', 'fenced']} at={node.id} />
        </li>
      )}
      <Errant node={node} />
      {hasWrongClock && (
        <li>
          <span className="said">
            {clockWords(node.clockOffsetUs)}. {inspecting.clockHint}
          </span>
        </li>
      )}
    </ul>
  )
}

/** What stands between a former master, or a slave that has diverged, and the newest master. */
function Errant({ node: { errant, role } }: { node: NodeFrame }) {
  if (errant === null && role !== 'fenced') return null
  return (
    <li>
      <span className="said">
        {errant === null ? (
          inspecting.errantNone
        ) : (
          <>
            <span className="text-crit">{inspecting.errant(errant)}</span> {inspecting.errantHint}
          </>
        )}
      </span>
    </li>
  )
}

/** Where a client would read the newest version: the newest epoch's master that is up. */
const masterOf = ({ nodes, epoch }: Frame): string | null =>
  nodes.find((node) => node.role === 'master' && node.process === 'up' && node.epoch === epoch)?.id ?? null

/** How much of the relay log is emptied, 0 .. 1, by the clock rather than by whole entries; null when nothing drains. */
function drained({ drain }: NodeFrame, time: number): number | null {
  if (drain === null || drain.endsAt <= drain.startedAt) return null
  return (time - drain.startedAt) / (drain.endsAt - drain.startedAt)
}

/** The same of what is taken back. */
function rewound({ rewind }: NodeFrame, time: number): number | null {
  if (rewind === null || rewind.endsAt <= rewind.startedAt) return null
  return (time - rewind.startedAt) / (rewind.endsAt - rewind.startedAt)
}
