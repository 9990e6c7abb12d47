/** The failover manager: what it sees, what it chose and why, and its machine. */

import type { FactKind, MonitorFrame } from '../../../engine/index.ts'
import { candidateSentence, labels, monitorName, monitorSentence, panels, probeWords } from '../../../words/index.ts'
import { useSlice } from '../../live/useLive.ts'
import { WhyButton } from '../../parts/WhyButton.tsx'
import { OutagePart } from './OutagePart.tsx'
import { StateChart } from './StateChart.tsx'

/** What brought the monitor to where it is. */
const BROUGHT: Partial<Record<MonitorFrame['state'], readonly FactKind[]>> = {
  suspecting: ['suspected'],
  confirming: ['suspected'],
  fencing: ['fence-started'],
  blocked: ['failover-blocked'],
  'switching-over': ['switchover-failed', 'switchover-asked'],
  choosing: ['fence-done', 'confirmed'],
  'waiting-for-choice': ['waiting-for-choice'],
  draining: ['chosen'],
  promoting: ['drained', 'chosen'],
  repointing: ['promoted'],
  rerouting: ['promoted', 'rerouted'],
  done: ['failover-done'],
  failed: ['failover-failed'],
}

export function MonitorPanel() {
  const frame = useSlice(({ frame }) => frame)
  const monitor = frame?.monitor
  if (!frame || !monitor) return null
  const brought = BROUGHT[monitor.state]
  return (
    <>
      <div className="ih">
        <h3 className="name">{monitorName}</h3>
      </div>
      <div className="said-why mb-3">
        <span className="said">{monitorSentence(monitor)}</span>
        {brought && <WhyButton about={panels.about.monitor} kinds={brought} />}
      </div>
      <ul className="counts">
        {monitor.probes.map((probe) => (
          <li key={probe.node} className="said-why">
            <span className="mono said">{probe.node}</span>
            <span className={probe.missed > 0 ? 'text-warn' : ''}>{probeWords(probe)}</span>
            {probe.missed > 0 && (
              <WhyButton about={panels.about.missed(probe.node)} kinds={['probe-missed']} at="monitor" />
            )}
          </li>
        ))}
      </ul>
      {monitor.choice && (
        <>
          <h3 className="sub">
            {labels.candidates}
            <WhyButton about={panels.about.choice(monitor.choice.chosen)} kinds={['chosen']} at="monitor" />
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
      <StateChart parts={monitor.parts} />
    </>
  )
}
