/** What can be done to this node now; what does not fit its state is absent. */
import { labels, mastering } from '../../../words/index.ts'
import { masterOf } from '../../actions/participants.ts'
import { useSlice } from '../../live/useLive.ts'
import { ActionButton } from '../../parts/Button.tsx'

/** Of a former master; the third is to be built anew. */
const WAYS_BACK = ['rejoin', 'rewind']
const ON_NODE = [
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
  // Whoever is left behind has all its ways back here; for others it is done less often, and stands in the rail.
  const donor = useSlice(({ frame }) => {
    const node = frame.nodes.find((one) => one.id === id)
    const isLeftBehind = node?.role === 'fenced' || (node?.role === 'slave' && node.receiver.state === 'refused')
    return isLeftBehind ? (masterOf(frame)?.id ?? null) : null
  })
  const others = useSlice(
    ({ frame }) => frame.multiMaster?.sites.map(({ node }) => node).filter((one) => one !== id) ?? [],
  )
  return (
    <section aria-label={labels.actionsOn(id)} className="acts-row">
      <ActionButton action="kill" target={target} className="mini crit" label={labels.kill} hide />
      {WAYS_BACK.map((action) => (
        <ActionButton key={action} action={action} target={target} className="mini" hide />
      ))}
      {donor && <ActionButton action="rebuild" target={target} choice={donor} className="mini" hide />}
      {ON_NODE.map((action) => (
        <ActionButton key={action} action={action} target={target} className="mini" hide />
      ))}
      {others && others.length > 0 && (
        <span className="repairs">
          <span className="muted">{mastering.compareWith}</span>
          {others.map((from) => (
            <ActionButton key={from} action="repair" target={target} choice={from} className="mini" hide>
              {from}
            </ActionButton>
          ))}
        </span>
      )}
      <ActionButton action="remove-master" target={target} className="mini" hide />
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
