/** The run as a whole: what became of every write, and what was promised. */

import { useState } from 'react'
import { counterHint, counterRows, inTerms, labels } from '../../../words/index.ts'
import { useSlice } from '../../live/useLive.ts'
import { Guarantees } from './Guarantees.tsx'

export function RunPanel() {
  const counters = useSlice(({ frame }) => frame.counters)
  const about = useSlice(({ transport }) => transport.run.scenario.about) ?? ''
  if (!counters) return null
  return (
    <>
      {about !== '' && <About key={about} text={inTerms(about)} />}
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

/** What the scenario says of itself, folded to its beginning: the numbers below it are the point. */
function About({ text }: { text: string }) {
  const [whole, setWhole] = useState(false)
  return (
    <div className="about">
      <p className={whole ? '' : 'folded'}>{text}</p>
      <button type="button" className="link" aria-expanded={whole} onClick={() => setWhole(!whole)}>
        {whole ? labels.less : labels.more}
      </button>
    </div>
  )
}
