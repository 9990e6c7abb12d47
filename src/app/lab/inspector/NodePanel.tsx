/** One database node: role, logs, lag in every measure, its two threads, its machines, what one can do to it. */

import type { NodeFrame } from '../../../engine/index.ts'
import { labels, lagWords, positions, roleWord, threadSentence } from '../../../words/index.ts'
import { useSlice } from '../../live/useLive.ts'
import { WhyButton } from '../../parts/WhyButton.tsx'
import { Guarantees } from './Guarantees.tsx'
import { NodeActions } from './NodeActions.tsx'
import { RoleIcon } from './RoleIcon.tsx'
import { roleTone } from './roleTone.ts'
import { StateChart } from './StateChart.tsx'
import { Strips } from './Strips.tsx'
import { ThreadIcon } from './ThreadIcon.tsx'

export function NodePanel({ id }: { id: string }) {
  const frame = useSlice(({ frame }) => frame)
  const node = frame?.nodes.find((one) => one.id === id)
  if (!frame || !node) return null
  const [trueLag, reported, ...rest] = lagWords(node)
  return (
    <>
      <div className="ih">
        <h3 className="name">{id}</h3>
        <span className="role" style={{ color: `var(--${roleTone(node)})` }}>
          <RoleIcon node={node} />
          {roleWord(node)}
        </span>
        <span className="muted">
          {labels.epoch} {node.epoch}
        </span>
      </div>
      <Strips id={id} />
      <dl className="pos">
        {[...positions(node), trueLag, reported]
          .filter((row) => row !== undefined)
          .map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      {rest.length > 0 && <p className="rest">{rest.map(([name, value]) => `${value} ${name}`).join(', ')}</p>}
      {node.receiver.state !== 'absent' && (
        <>
          <h3 className="sub">{labels.threads}</h3>
          <ul className="thr">
            <li>
              <ThreadIcon thread="receiver" running={node.process === 'up' && node.receiver.state === 'streaming'} />
              <b>I/O</b>
              <span>{threadSentence(node, 'receiver', frame)}</span>
              <WhyButton
                about={`${id} I/O`}
                at={id}
                kinds={['receiver-stopped', 'receiver-connecting', 'receiver-connected', 'receiver-refused', 'killed']}
              />
            </li>
            <li>
              <ThreadIcon
                thread="applier"
                running={node.process === 'up' && !['stopped', 'failed'].includes(node.applier.state)}
              />
              <b>SQL</b>
              <span>{threadSentence(node, 'applier', frame)}</span>
              <WhyButton
                about={`${id} SQL`}
                at={id}
                kinds={['applier-stopped', 'applier-started', 'apply-started', 'entries-applied', 'killed']}
              />
            </li>
          </ul>
        </>
      )}
      <NodeActions id={id} />
      <StateChart parts={node.parts} progress={drained(node, frame.time)} />
      <Guarantees />
    </>
  )
}

/** How much of the relay log is emptied, 0 .. 1, by the clock rather than by whole entries; null when nothing drains. */
function drained({ drain }: NodeFrame, time: number): number | null {
  if (drain === null || drain.endsAt <= drain.startedAt) return null
  return (time - drain.startedAt) / (drain.endsAt - drain.startedAt)
}
