/** The last outage, split into what the time went on: the twin of its bar on the timeline. */

import type { Frame } from '../../../engine/index.ts'
import { outageCost, outageLasts, outageParts, outageSentence, outageWords, phaseHints } from '../../../words/index.ts'

export function OutagePart({ frame: { outages, time } }: { frame: Frame }) {
  const outage = outages[outages.length - 1]
  if (!outage) return null
  return (
    <>
      <h3 className="sub">{outageWords.title}</h3>
      <p className="mb-3">{outageSentence(outage, time)}</p>
      <dl className="counts">
        {outageParts(outage, time).map(({ name, from, lasts }) => (
          <div key={`${name} ${from}`} title={phaseHints[name]()}>
            <dt>{name}</dt>
            <dd>{lasts}</dd>
          </div>
        ))}
        <div>
          <dt>{outageCost(outage)}</dt>
          <dd>
            <b>{outageWords.sum(outageLasts(outage, time))}</b>
          </dd>
        </div>
      </dl>
    </>
  )
}
