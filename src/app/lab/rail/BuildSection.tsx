/** Who is there: each node, with the fault that fits its state. */

import { labels, roleWord, topologySum } from '../../../words/index.ts'
import { useSlice } from '../../live/useLive.ts'
import { page } from '../../page/page.ts'
import { ActionButton } from '../../parts/Button.tsx'
import { Section } from '../Section.tsx'

export function BuildSection() {
  const nodes = useSlice(({ frame }) => frame.nodes) ?? []
  return (
    <Section id="build" title={labels.build} sum={topologySum(nodes)}>
      {nodes.map((node) => {
        const target = { kind: 'node' as const, id: node.id }
        return (
          <div key={node.id} className="pair">
            <button type="button" className="min-h-[24px] truncate" onClick={() => page.select(target)}>
              <b className="mono">{node.id}</b> <span className="muted">{roleWord(node)}</span>
            </button>
            {node.process === 'down' ? (
              <ActionButton action="restart" target={target} className="mini" label={labels.restart} />
            ) : (
              <ActionButton action="kill" target={target} className="mini crit" label={labels.kill} />
            )}
          </div>
        )
      })}
    </Section>
  )
}
