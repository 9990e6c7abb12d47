/** The run as a whole: what became of every write, and what was promised. */

import { counterHint, counterRows, inTerms } from '../../../words/index.ts'
import { labels } from '../../labels.ts'
import { useSlice } from '../../live/useLive.ts'
import { Guarantees } from './Guarantees.tsx'

export function RunPanel() {
  const counters = useSlice(({ frame }) => frame.counters)
  const about = useSlice(({ transport }) => transport.run.scenario.about) ?? ''
  if (!counters) return null
  return (
    <>
      {about !== '' && <p className="mb-4 font-serif text-[14px] leading-[1.5]">{inTerms(about)}</p>}
      <h3 className="sub">{labels.writes}</h3>
      <dl className="counts" data-counters="">
        {counterRows(counters).map(({ id, name, value, within, tone }) => (
          <div key={id} className={within ? 'within' : ''} data-counter={id} title={counterHint[id]}>
            <dt>{name}</dt>
            <dd style={tone ? { color: `var(--${tone})`, fontWeight: 700 } : undefined}>{value}</dd>
          </div>
        ))}
      </dl>
      <Guarantees />
      <p className="muted text-[12px]">{labels.selectSomething}</p>
    </>
  )
}
