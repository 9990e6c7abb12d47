/** How much each clock gains: rarely needed, so behind one line that says how many of them drift. */
import { mastering } from '../../../words/index.ts'
import { useSlice } from '../../live/useLive.ts'
import { Fold } from '../Section.tsx'
import { SettingRow } from '../SettingRow.tsx'

export function Drifts({ ids }: { ids: readonly string[] }) {
  const drifting =
    useSlice(({ frame }) => ids.filter((id) => (frame.settings[`nodes.${id}.clockDriftPpm`] ?? 0) !== 0).length) ?? 0
  return (
    <Fold id="clocks/drift" title={mastering.drifts} sum={drifting > 0 ? mastering.drifting(drifting) : ''}>
      {ids.map((id) => (
        <SettingRow key={id} path={`nodes.${id}.clockDriftPpm`} name={mastering.driftOf(id)} />
      ))}
    </Fold>
  )
}
