/** Which version of a row stays, with what that rule needs to know and nothing that it does not ask for. */
import { useState } from 'react'
import type { RuleName } from '../../../engine/index.ts'
import { mastering, ruleSum, settingHint } from '../../../words/index.ts'
import { useLive, useSlice } from '../../live/useLive.ts'
import { WithHint } from '../Hint.tsx'
import { functionOf } from '../mergeFunction/functionOf.ts'
import { MergeFunctionButton } from '../mergeFunction/MergeFunctionButton.tsx'
import { Fold, Section } from '../Section.tsx'
import { ChangedDot, SettingRow } from '../SettingRow.tsx'
import { useSetting } from '../setting.ts'
import { CompareChoice, RuleChoice, useRule } from './RuleChoice.tsx'

const RULE = 'multiMaster.rule'

export function ConflictRuleSection() {
  const sum = useSlice(({ frame }) => ruleSum(frame)) ?? ''
  const [rule] = useRule()
  return (
    <Section id="conflict-rule" title={mastering.conflictRule} sum={sum} initially>
      <Rule />
      <CompareChoice />
      <OfRule rule={rule} />
      <Deletions />
    </Section>
  )
}

/** The same row as any setting, but with its choices in families. */
function Rule() {
  const live = useLive()
  const found = useSetting(RULE)
  if (!found) return null
  const { value, from, changed } = found
  const reset = () => live.do({ do: 'act', action: { do: 'set', path: RULE, value: from } })
  return (
    <div className="ctl" data-setting={RULE} data-value={value} data-changed={changed || undefined}>
      <WithHint name={mastering.conflictRule} hint={settingHint(RULE)}>
        {(hint) => (
          <div className="cl">
            <span className="name">
              {mastering.rule}
              {changed && <ChangedDot name={mastering.conflictRule} onReset={reset} />}
              {hint}
            </span>
          </div>
        )}
      </WithHint>
      <div className="families">
        <RuleChoice />
      </div>
    </div>
  )
}

function OfRule({ rule }: { rule: RuleName }) {
  switch (rule) {
    case 'wall-clock':
    case 'hybrid-clock':
      return <SettingRow path="multiMaster.ties" />
    case 'site-priority':
      return (
        <>
          <Priorities />
          <SettingRow path="multiMaster.ties" />
        </>
      )
    case 'function':
      return <Source />
    case 'arrival':
      return (
        <>
          <SettingRow path="multiMaster.ship" />
          <SettingRow path="multiMaster.onError" />
        </>
      )
    default:
      return null
  }
}

function Priorities() {
  const ids = useSlice(({ frame }) => frame.nodes.map(({ id }) => id)) ?? []
  return ids.map((id) => <SettingRow key={id} path={`nodes.${id}.priority`} name={mastering.priorityOf(id)} />)
}

/** What the function is now. */
function Source() {
  const source = useSlice(({ frame, transport: { run } }) => functionOf(run, frame.time)) ?? ''
  const [whole, setWhole] = useState(false)
  if (source === '')
    return (
      <>
        <p className="aside">{mastering.functionNone}</p>
        <MergeFunctionButton />
      </>
    )
  return (
    <div className="ctl">
      <span className="name">{mastering.functionIs}</span>
      <button
        type="button"
        className={whole ? 'source mono whole' : 'source mono'}
        aria-expanded={whole}
        onClick={() => setWhole(!whole)}
      >
        {source}
      </button>
      <MergeFunctionButton />
    </div>
  )
}

/** What becomes of the marks of deleted rows; each rule needs them, `arrival` has none to wait for. */
function Deletions() {
  const tombstones = useSlice(({ frame }) => `${frame.settings['multiMaster.tombstones']}`) ?? 'keep'
  return (
    <Fold id="conflict-rule/deletions" title={mastering.deletions} sum={mastering.kept(tombstones)}>
      <SettingRow path="multiMaster.tombstones" />
      {tombstones !== 'keep' && <SettingRow path="multiMaster.graceMs" />}
    </Fold>
  )
}
