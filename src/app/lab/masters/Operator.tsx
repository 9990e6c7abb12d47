/** What somebody does about an applier that stopped at this conflict, while it stands still. */
import type { ConflictFrame, Frame } from '../../../engine/index.ts'
import { conflictWords, operatorSentence, stoppedChannel } from '../../../words/index.ts'
import { ActionButton } from '../../parts/Button.tsx'

export function Operator({ conflict, frame }: { conflict: ConflictFrame; frame: Frame }) {
  const channel = stoppedChannel(conflict, frame)
  if (!channel) return null
  const target = { kind: 'node' as const, id: conflict.node }
  return (
    <section className="cmp" data-operator={channel.error?.code}>
      <h4>{conflictWords.operator}</h4>
      <p>{operatorSentence(conflict, frame)}</p>
      <div className="acts-row">
        <ActionButton action="skip-entry" target={target} choice={channel.from} className="mini" hide />
        <ActionButton action="start-applier" target={target} className="mini" hide />
        <ActionButton action="repair" target={target} choice={channel.from} className="mini" hide />
      </div>
    </section>
  )
}
