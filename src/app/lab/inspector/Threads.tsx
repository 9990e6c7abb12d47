/** The two threads of a slave: what each does, and why it stands still where it does. */
import type { Frame, NodeFrame } from '../../../engine/index.ts'
import { captions, labels, threadSentence } from '../../../words/index.ts'
import { ThreadIcon } from './ThreadIcon.tsx'
import { Why } from './Why.tsx'
import { whyApplier, whyReceiver } from './whyOf.ts'

export function Threads({ node, frame }: { node: NodeFrame; frame: Frame }) {
  if (node.receiver.state === 'absent') return null
  const up = node.process === 'up'
  return (
    <>
      <h3 className="sub">{labels.threads}</h3>
      <ul className="thr">
        <li>
          <ThreadIcon thread="receiver" running={up && node.receiver.state === 'streaming'} />
          <b>{captions.threads.receiver}</b>
          <span>{threadSentence(node, 'receiver', frame)}</span>
          <Why of={whyReceiver(node)} />
        </li>
        <li>
          <ThreadIcon thread="applier" running={up && !['stopped', 'failed'].includes(node.applier.state)} />
          <b>{captions.threads.applier}</b>
          <span>{threadSentence(node, 'applier', frame)}</span>
          <Why of={whyApplier(node)} />
        </li>
      </ul>
    </>
  )
}
