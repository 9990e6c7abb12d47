/** What the stage says of the run as a whole: the commit gate, the lost writes, the counters. */
import {
  centerRows,
  counterRows,
  gateSentence,
  labels,
  lostHeading,
  lostRows,
  lostSentence,
  milestone,
  modeSum,
  outageRows,
  panels,
} from '../../../words/index.ts'
import { MastersText } from '../../later/masters.ts'
import { useSlice } from '../../live/useLive.ts'

export function TextRest() {
  const frame = useSlice(({ frame }) => frame)
  if (!frame) return null
  return (
    <>
      {frame.milestone && <p>{milestone(frame.milestone)}</p>}
      {frame.multiMaster && <MastersText frame={frame} />}
      <h3>{panels.gate}</h3>
      <p>
        {modeSum(frame)}. {gateSentence(frame)}
      </p>
      <h3>{panels.lost}</h3>
      <p>
        {lostHeading(frame.lost.length)}. {lostSentence(frame)}
      </p>
      {frame.lost.length > 0 && (
        <ul>
          {lostRows(frame).map((row) => (
            <li key={row}>{row}</li>
          ))}
        </ul>
      )}
      {frame.dataCenters.length > 0 && (
        <>
          <h3>{panels.dataCenters}</h3>
          <ul>
            {centerRows(frame).map((row) => (
              <li key={row}>{row}</li>
            ))}
          </ul>
        </>
      )}
      {frame.outages.length > 0 && (
        <>
          <h3>{panels.outages}</h3>
          {frame.outages.map((outage) => (
            <ul key={outage.from}>
              {outageRows(outage, frame.time).map((row) => (
                <li key={row}>{row}</li>
              ))}
            </ul>
          ))}
        </>
      )}
      <h3>{labels.writes}</h3>
      <ul className="facts-row">
        {counterRows(frame.counters).map(({ id, name, value }) => (
          <li key={id}>
            {name} <b>{value}</b>
          </li>
        ))}
      </ul>
    </>
  )
}
