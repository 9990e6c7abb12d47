/** A monitor: what it sees, how it has voted where there are several, what it chose and why, and its machines. */

import type { FactKind, MonitorFrame } from '../../../engine/index.ts'
import {
  candidateSentence,
  doVote,
  labels,
  monitorSentence,
  panels,
  probeWords,
  voterRows,
  voterSentence,
} from '../../../words/index.ts'
import { useSlice } from '../../live/useLive.ts'
import { WhyButton } from '../../parts/WhyButton.tsx'
import { OutagePart } from './OutagePart.tsx'
import { StateChart } from './StateChart.tsx'

/** What brought a monitor to where it is; the first two of one that votes are the doubts of its own. */
const BROUGHT: Partial<Record<MonitorFrame['state'], readonly FactKind[]>> = {
  suspecting: ['suspected', 'down-for-me'],
  confirming: ['suspected', 'down-for-me', 'down-for-all', 'vote-asked', 'vote-given', 'elected', 'election-failed'],
  fencing: ['fence-started'],
  blocked: ['failover-blocked'],
  'switching-over': ['switchover-failed', 'switchover-asked'],
  choosing: ['fence-done', 'confirmed', 'elected'],
  'waiting-for-choice': ['waiting-for-choice'],
  draining: ['chosen'],
  promoting: ['drained', 'chosen'],
  repointing: ['promoted'],
  rerouting: ['promoted', 'rerouted'],
  done: ['failover-done'],
  failed: ['failover-failed'],
}
/** Of these several monitors have each their own; the others are told by nodes, or by the one that acts. */
const OWN: readonly MonitorFrame['state'][] = ['suspecting', 'confirming', 'blocked', 'failed', 'done', 'choosing']

export function MonitorPanel({ id }: { id: string }) {
  const frame = useSlice(({ frame }) => frame)
  const monitor = frame?.monitors.find((one) => one.id === id)
  if (!frame || !monitor) return null
  const votes = doVote(frame)
  const brought = BROUGHT[monitor.state]
  const at = votes && OWN.includes(monitor.state) ? { at: id } : {}
  return (
    <>
      <div className="ih">
        <h3 className="name">{id}</h3>
      </div>
      <div className="said-why mb-3">
        <span className="said">{votes ? voterSentence(monitor) : monitorSentence(monitor)}</span>
        {brought && <WhyButton about={panels.about.monitor(id)} kinds={brought} {...at} />}
      </div>
      {votes && <Vote of={monitor} />}
      <ul className="counts">
        {monitor.probes.map((probe) => (
          <li key={probe.node} className="said-why">
            <span className="mono said">{probe.node}</span>
            <span className={probe.missed > 0 ? 'text-warn' : ''}>{probeWords(probe)}</span>
            {probe.missed > 0 && (
              <WhyButton
                about={panels.about.missed(probe.node, id)}
                kinds={['probe-missed']}
                at={id}
                peer={probe.node}
              />
            )}
          </li>
        ))}
      </ul>
      {monitor.choice && (
        <>
          <h3 className="sub">
            {labels.candidates}
            <WhyButton about={panels.about.choice(monitor.choice.chosen, id)} kinds={['chosen']} at={id} />
          </h3>
          <ul className="badges">
            {monitor.choice.candidates.map((candidate) => (
              <li key={candidate.node} className={candidate.node === monitor.choice?.chosen ? 'font-bold' : ''}>
                {candidateSentence(candidate)}
              </li>
            ))}
          </ul>
        </>
      )}
      <OutagePart frame={frame} />
      <StateChart parts={monitor.parts} first={votes ? 'voter' : 'failoverManager'} />
    </>
  )
}

/** Its own view of the master, its vote, and whether it was elected. */
function Vote({ of }: { of: MonitorFrame }) {
  return (
    <dl className="counts" data-vote={of.id}>
      {voterRows(of).map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
