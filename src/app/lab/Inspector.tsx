/** What is selected, in full; without a selection, the run as a whole. */
import { labels } from '../../words/index.ts'
import { RunPanel } from '../later/around.ts'
import { ClientPanel, LinkPanel, MessagePanel, MonitorPanel, NodePanel } from '../later/inspector.ts'
import { ConflictPanel } from '../later/masters.ts'
import { useSlice } from '../live/useLive.ts'
import { usePage } from '../page/page.ts'
import { InspectorTabs, useFace } from './InspectorTabs.tsx'
import { OpenWhy } from './inspector/OpenWhy.tsx'

const PANELS = {
  node: NodePanel,
  client: ClientPanel,
  link: LinkPanel,
  monitor: MonitorPanel,
  message: MessagePanel,
} as const

export function Inspector({ className }: { className: string }) {
  const selection = usePage((p) => p.selection)
  const exists = useSlice(({ frame }) => {
    if (!selection) return false
    // A message that has left the stage is still told of.
    if (selection.kind === 'message') return true
    if (selection.kind === 'conflict') return frame.multiMaster !== null
    const { nodes, clients, links, monitors } = frame
    const all = { node: nodes, client: clients, link: links, monitor: monitors }[selection.kind]
    return all.some(({ id }) => id === selection.id)
  })
  const several = useSlice(({ frame }) => frame.multiMaster !== null) ?? false
  const face = useFace()
  const Panel = selection && exists && selection.kind !== 'conflict' ? PANELS[selection.kind] : null
  const shown = Panel || face === 'conflict' ? selection?.id : ''
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls
    <aside tabIndex={0} className={className} aria-label={labels.inspector} data-inspector={shown ?? ''}>
      <div className="insp-head">
        {several ? (
          <InspectorTabs face={face} />
        ) : (
          <h2>{Panel && selection ? labels.kinds[selection.kind] : labels.run}</h2>
        )}
      </div>
      <div className="ib">
        <OpenWhy />
        {face === 'conflict' ? (
          // One and the same whichever is chosen: the list of conflicts keeps the focus.
          <ConflictPanel id={selection?.id ?? ''} />
        ) : Panel && selection ? (
          <Panel key={`${selection.kind} ${selection.id}`} id={selection.id} />
        ) : (
          <RunPanel />
        )}
      </div>
    </aside>
  )
}
