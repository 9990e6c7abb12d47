/**
 * The card of a conflict: both versions side by side with every clock, what the vectors say, what the rule made of it,
 * and who has been told. Without a choice it is the newest one's.
 */
import type { ConflictFrame, Frame } from '../../../engine/index.ts'
import { conflictTitle, conflictWords, toldSentence, twiceWords, vectorVerdict } from '../../../words/index.ts'
import { useSlice } from '../../live/useLive.ts'
import { WhyButton } from '../../parts/WhyButton.tsx'
import { ConflictList } from './ConflictList.tsx'
import { Operator } from './Operator.tsx'
import { RuleVerdict } from './RuleVerdict.tsx'
import { SideBySide } from './SideBySide.tsx'
import { ToldText } from './ToldText.tsx'
import { Versions } from './Versions.tsx'

export function ConflictPanel({ id }: { id: string }) {
  const frame = useSlice(({ frame }) => frame)
  if (!frame?.multiMaster) return null
  const { conflicts } = frame.multiMaster
  const conflict = conflicts.find((one) => `${one.id}` === id) ?? conflicts[conflicts.length - 1]
  if (!conflict)
    return (
      <>
        <p className="mb-2">{conflictWords.none}</p>
        <p className="muted">{conflictWords.noneHint}</p>
      </>
    )
  return (
    <div data-conflict={conflict.id} data-outcome={conflict.outcome} data-relation={conflict.relation}>
      <div className="ih">
        <h3 className="name">{conflict.key}</h3>
        <span className="cf">{twiceWords(conflict)}</span>
        <WhyButton about={`${conflictTitle(conflict)}, ${conflictWords.about(conflict.id)}`} fact={conflict.fact} />
      </div>
      <Versions conflict={conflict} frame={frame} />
      <Vectors conflict={conflict} frame={frame} />
      <RuleVerdict conflict={conflict} frame={frame} />
      <SideBySide conflict={conflict} frame={frame} />
      <Operator conflict={conflict} frame={frame} />
      <WhoIsTold conflict={conflict} frame={frame} />
      <ConflictList chosen={conflict.id} frame={frame} />
    </div>
  )
}

function Vectors({ conflict, frame }: { conflict: ConflictFrame; frame: Frame }) {
  const { title, why } = vectorVerdict(conflict, frame)
  return (
    <section className="cmp">
      <h4>{title}</h4>
      <p data-verdict={conflict.relation}>
        <ToldText told={why} frame={frame} />
      </p>
      {conflict.base && <p className="muted">{conflictWords.base(conflict.base, frame)}</p>}
    </section>
  )
}

function WhoIsTold({ conflict, frame }: { conflict: ConflictFrame; frame: Frame }) {
  const { told, broken } = toldSentence(conflict, frame)
  return (
    <section className="cmp">
      <h4>{conflictWords.whoIsTold}</h4>
      <p className={broken ? 'cf' : ''} data-told={broken ? 'broken' : ''}>
        {told}
      </p>
    </section>
  )
}
