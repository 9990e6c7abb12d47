/** The rule as segments: each choice is an intervention that holds from the playhead on, and can be taken back. */
import type { RuleName } from '../../../engine/index.ts'
import { compareWord, familyWord, mastering } from '../../../words/index.ts'
import { useLive, useSlice } from '../../live/useLive.ts'
import { Segments } from '../../parts/Segments.tsx'
import { FAMILIES, FAMILY_NAMES, type Family, familyOf } from './ruleFamilies.ts'

export function RuleChoice() {
  const [rule, set] = useRule()
  return (
    <Segments
      label={mastering.conflictRule}
      options={FAMILY_NAMES.map((value) => ({ value, text: familyWord[value] }))}
      value={familyOf(rule)}
      onChange={(family: Family) => family !== familyOf(rule) && set(FAMILIES[family][0])}
    />
  )
}

/** What is compared within the family; nothing where there is no choice. */
export function CompareChoice() {
  const [rule, set] = useRule()
  const rules: readonly RuleName[] = FAMILIES[familyOf(rule)]
  if (rules.length < 2) return null
  return (
    <div className="ctl">
      <div className="cl">
        <span className="name">{mastering.compare}</span>
      </div>
      <Segments
        label={mastering.compare}
        options={rules.map((value) => ({ value, text: compareWord[value] ?? value }))}
        value={rule}
        onChange={(next) => next !== rule && set(next)}
      />
    </div>
  )
}

export function useRule(): [RuleName, (rule: RuleName) => void] {
  const live = useLive()
  const rule = useSlice(({ frame }) => frame.multiMaster?.rule ?? 'wall-clock') ?? 'wall-clock'
  return [rule, (value) => live.do({ do: 'act', action: { do: 'set', path: 'multiMaster.rule', value } })]
}
