/** The run as a whole: what became of every write, and what was promised. */

import { useState } from 'react'
import { counterHint, counterRows, gateSentence, inTerms, labels } from '../../../words/index.ts'
import { useSlice } from '../../live/useLive.ts'
import { Guarantees } from './Guarantees.tsx'
import { Notes } from './Notes.tsx'
import { Watchers } from './Watchers.tsx'
import { Why } from './Why.tsx'
import {
  type Wondering,
  whyAtRisk,
  whyDiscarded,
  whyGate,
  whyLost,
  whyOwnMissing,
  whyPhantom,
  whyStale,
  whyWentBack,
} from './whyRun.ts'

/** Counters that show a colour once they are not 0. */
const WHY: Record<string, Wondering> = {
  lost: whyLost,
  atRisk: whyAtRisk,
  discarded: whyDiscarded,
  staleReads: whyStale,
  ownWriteMissing: whyOwnMissing,
  readsWentBack: whyWentBack,
  phantomReads: whyPhantom,
}

export function RunPanel() {
  const frame = useSlice(({ frame }) => frame)
  const about = useSlice(({ transport }) => transport.run.scenario.about) ?? ''
  const id = useSlice(({ transport }) => transport.run.scenario.id) ?? ''
  if (!frame) return null
  const gate = gateSentence(frame)
  return (
    <>
      {about !== '' && <About key={about} text={inTerms(about)} />}
      <Notes id={id} />
      {gate !== '' && frame.mode.gate !== 'on' && (
        <div className="said-why mb-3">
          <span className="said text-warn">{gate}</span>
          <Why of={whyGate(frame)} />
        </div>
      )}
      <h3 className="sub">{labels.writes}</h3>
      <dl className="counts" data-counters="">
        {counterRows(frame.counters).map(({ id, name, value, within, tone }) => (
          <div key={id} className={within ? 'within' : ''} data-counter={id} title={counterHint[id]}>
            <dt>
              {name} {tone && WHY[id] && <Why of={WHY[id]} />}
            </dt>
            <dd style={tone ? { color: `var(--${tone})`, fontWeight: 700 } : undefined}>{value}</dd>
          </div>
        ))}
      </dl>
      <Guarantees />
      <Watchers />
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
