/** What the rule decided here, and the rule itself: another choice holds for what comes from now on. */
import type { ConflictFrame, Frame } from '../../../engine/index.ts'
import { kindOfRegions, regionWords, ruleSince, ruleTitle, ruleVerdict } from '../../../words/index.ts'
import { RuleChoice } from './RuleChoice.tsx'

export function RuleVerdict({ conflict, frame }: { conflict: ConflictFrame; frame: Frame }) {
  const verdict = ruleVerdict(conflict, frame)
  const since = ruleSince(conflict, frame.multiMaster?.rule ?? conflict.rule)
  const regions = kindOfRegions(frame) !== null
  return (
    <section className="cmp">
      <h4>{ruleTitle(conflict)}</h4>
      {regions ? <p className="muted mb-2">{regionWords.ruleFixed}</p> : <RuleChoice />}
      <p data-rule-verdict="">
        {verdict.why} <b>{verdict.catch}</b>
      </p>
      {since !== '' && <p className="muted">{since}</p>}
    </section>
  )
}
