/** How wrong each master's clock is, and how much it gains: rules that compare clocks believe all of them. */
import { mastering, skewSum } from '../../../words/index.ts'
import { useSlice } from '../../live/useLive.ts'
import { Drifts } from '../rail/Drifts.tsx'
import { Section } from '../Section.tsx'
import { SettingRow } from '../SettingRow.tsx'

export function ClockSkewSection() {
  const ids = useSlice(({ frame }) => frame.nodes.map(({ id }) => id)) ?? []
  const sum = useSlice(({ frame }) => skewSum(frame)) ?? ''
  return (
    <Section id="clocks" title={mastering.clockSkew} sum={sum} initially>
      {ids.map((id) => (
        <SettingRow key={id} path={`nodes.${id}.clockOffsetMs`} name={id} />
      ))}
      <Drifts ids={ids} />
    </Section>
  )
}
