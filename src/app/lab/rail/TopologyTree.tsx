/**
 * Who copies from whom now, as an indented list. A row has what fits the node's state; a press on its name selects
 * the node, here and on the stage, and unfolds what is done less often.
 */

import { labels, rail, roleWord } from '../../../words/index.ts'
import { perform } from '../../actions/index.ts'
import { donorsFor, upstreamsFor } from '../../actions/topology.ts'
import { useLive, useSlice } from '../../live/useLive.ts'
import { page, usePage } from '../../page/page.ts'
import { ActionButton } from '../../parts/Button.tsx'
import { treeOf } from './tree.ts'

export function TopologyTree() {
  const rows = useSlice(({ frame }) => treeOf(frame.nodes).map(({ id, depth }) => `${id} ${depth}`)) ?? []
  return (
    <ul className="tree" aria-label={labels.nodes}>
      {rows.map((row) => {
        const [id = '', depth = '0'] = row.split(' ')
        return <Row key={id} id={id} depth={Number(depth)} />
      })}
    </ul>
  )
}

function Row({ id, depth }: { id: string; depth: number }) {
  const target = { kind: 'node' as const, id }
  const selected = usePage(({ selection }) => selection?.kind === 'node' && selection.id === id)
  const node = useSlice(({ frame }) => {
    const found = frame.nodes.find((one) => one.id === id)
    return found ? { word: roleWord(found), down: found.process === 'down', slave: found.role === 'slave' } : null
  })
  if (!node) return null
  return (
    <li data-tree={id} style={{ '--depth': depth } as React.CSSProperties}>
      <div className="tree-row">
        <button
          type="button"
          className="who"
          aria-pressed={selected}
          onClick={() => page.select(selected ? null : target)}
        >
          <b className="mono">{id}</b> {(!node.slave || node.down) && <span className="muted">{node.word}</span>}
        </button>
        {node.slave && !node.down && <Upstream id={id} />}
        {node.down ? (
          <ActionButton action="restart" target={target} className="mini" label={labels.restart} />
        ) : (
          <ActionButton action="kill" target={target} className="mini crit" label={labels.kill} />
        )}
      </div>
      {selected && (
        <div className="tree-more">
          {node.slave && (
            <ActionButton action="remove-slave" target={target} className="mini" label={rail.remove} hide />
          )}
          {node.slave && <ActionButton action="promote" target={target} className="mini" hide />}
          <ActionButton action="remove-master" target={target} className="mini" label={rail.remove} hide />
          <ActionButton action="purge" target={target} className="mini" hide />
          <Donors id={id} />
        </div>
      )}
    </li>
  )
}

/** A node whose data can be thrown away has a button for everybody from whose data it can be built anew. */
function Donors({ id }: { id: string }) {
  const target = { kind: 'node' as const, id }
  const donors = useSlice(({ frame }) => donorsFor(frame, id)) ?? []
  return donors.map((donor) => (
    <ActionButton key={donor} action="rebuild" target={target} choice={donor} className="mini" hide />
  ))
}

/** Choosing another upstream repoints the slave at once. */
function Upstream({ id }: { id: string }) {
  const live = useLive()
  const upstream = useSlice(({ frame }) => frame.nodes.find((one) => one.id === id)?.upstream ?? '') ?? ''
  const others = useSlice(({ frame }) => upstreamsFor(frame, id)) ?? []
  return (
    <label className="upstream">
      <span className="muted">{rail.copiesFrom}</span>
      <select
        className="mono"
        aria-label={rail.whomCopies(id)}
        value={upstream}
        onChange={(event) => perform(live, 'repoint', { kind: 'node', id }, event.target.value)}
      >
        {[upstream, ...others].sort().map((one) => (
          <option key={one} value={one}>
            {one}
          </option>
        ))}
      </select>
    </label>
  )
}
