/** What can be done to this node now; what does not fit its state is absent. */
import { labels } from '../../../words/index.ts'
import { useSlice } from '../../live/useLive.ts'
import { ActionButton } from '../../parts/Button.tsx'

const ON_NODE = [
  'rejoin',
  'rewind',
  'promote',
  'restart',
  'stop-receiver',
  'start-receiver',
  'stop-applier',
  'start-applier',
  'lock-rows',
  'unlock-rows',
  'purge',
]

export function NodeActions({ id }: { id: string }) {
  const target = { kind: 'node' as const, id }
  const upstream = useSlice(({ frame }) => frame.nodes.find((node) => node.id === id)?.upstream ?? null)
  return (
    <section aria-label={labels.actionsOn(id)} className="acts-row">
      <ActionButton action="kill" target={target} className="mini crit" label={labels.kill} hide />
      {ON_NODE.map((action) => (
        <ActionButton key={action} action={action} target={target} className="mini" hide />
      ))}
      {upstream &&
        (['cut', 'stall', 'heal'] as const).map((action) => (
          <ActionButton
            key={action}
            action={action}
            target={target}
            className="mini"
            label={labels.linkTo[action](upstream)}
            hide
          />
        ))}
    </section>
  )
}
