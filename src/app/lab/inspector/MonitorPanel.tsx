/** The failover manager: what it sees, what it chose and why, and its machine. */

import { candidateSentence, labels, monitorName, monitorSentence, probeWords } from '../../../words/index.ts'
import { useSlice } from '../../live/useLive.ts'
import { StateChart } from './StateChart.tsx'

export function MonitorPanel() {
  const frame = useSlice(({ frame }) => frame)
  const monitor = frame?.monitor
  if (!frame || !monitor) return null
  return (
    <>
      <div className="ih">
        <h3 className="name">{monitorName}</h3>
      </div>
      <p className="mb-3">{monitorSentence(monitor)}</p>
      <dl className="counts">
        {monitor.probes.map((probe) => (
          <div key={probe.node}>
            <dt className="mono">{probe.node}</dt>
            <dd>{probeWords(probe)}</dd>
          </div>
        ))}
      </dl>
      {monitor.choice && (
        <>
          <h3 className="sub">{labels.candidates}</h3>
          <ul className="badges">
            {monitor.choice.candidates.map((candidate) => (
              <li key={candidate.node}>{candidateSentence(candidate)}</li>
            ))}
          </ul>
        </>
      )}
      <StateChart parts={monitor.parts} />
    </>
  )
}
