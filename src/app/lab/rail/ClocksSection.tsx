/** How wrong each node's clock is, and what a slave therefore says about its lag. */

import { clocksSum, rail, reportedWords } from '../../../words/index.ts'
import { useSlice } from '../../live/useLive.ts'
import { Section } from '../Section.tsx'
import { SettingRow } from '../SettingRow.tsx'
import { Drifts } from './Drifts.tsx'

export function ClocksSection() {
  const ids = useSlice(({ frame }) => frame.nodes.map(({ id }) => id)) ?? []
  const sum = useSlice(({ frame }) => clocksSum(frame)) ?? ''
  return (
    <Section id="clocks" title={rail.clocks} sum={sum}>
      {ids.map((id) => (
        <div key={id} className="one">
          <SettingRow path={`nodes.${id}.clockOffsetMs`} name={rail.clockOf(id)} />
          <Reported id={id} />
        </div>
      ))}
      <Drifts ids={ids} />
    </Section>
  )
}

/** Only of slaves: what the node reports beside what is true. */
function Reported({ id }: { id: string }) {
  const said = useSlice(({ frame }) => reportedWords(frame.nodes.find((node) => node.id === id)))
  return said ? <p className="aside">{said}</p> : null
}
