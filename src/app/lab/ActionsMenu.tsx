/** What can be done to the selection: the keyboard's way to every fault. Opens over the stage. */

import { labels } from '../../words/index.ts'
import { actionOf, allActions, deskOf } from '../actions/index.ts'
import { useLive, useSlice } from '../live/useLive.ts'
import { page, type Selection, usePage } from '../page/page.ts'
import { ActionButton } from '../parts/Button.tsx'
import { Menu } from '../parts/Menu.tsx'
import { stagePlace } from './stagePlace.ts'

const WIDTH = 220
/** About the tallest it gets. */
const HEIGHT = 380
const GAP = 8

export function ActionsMenu() {
  const selection = usePage((p) => p.selection)
  const links = useSlice(({ frame }) => frame.links)
  if (!selection || !links) return null
  const close = () => page.set({ open: null })
  const own = links.filter(({ kind, a, b }) => kind === 'replication' && (a === selection.id || b === selection.id))
  return (
    <Menu label={labels.actionsOn(selection.id)} className="beside" style={beside(selection.id)} onClose={close}>
      <div className="menu-title">
        <b className="mono text-ink">{selection.id}</b>
      </div>
      <Items target={selection} onDone={close} />
      {own.map((link) => (
        <div key={link.id} className="menu-part">
          <hr />
          <div className="menu-title">{labels.linkBetween(link.a, link.b)}</div>
          <Items target={{ kind: 'link', id: link.id }} onDone={close} />
        </div>
      ))}
    </Menu>
  )
}

/** Right of the participant, or left of it where there is no room; in the middle for what has no place. */
function beside(id: string): React.CSSProperties {
  const place = stagePlace(id)
  const { room } = page.get()
  if (!place) return { left: (room.width - WIDTH) / 2, top: room.height / 4 }
  const right = place.x + place.width + GAP
  const left = right + WIDTH < room.width ? right : Math.max(GAP, place.x - WIDTH - GAP)
  const top = Math.max(GAP, Math.min(place.y, room.height - HEIGHT))
  // Who has many links has a long menu: it scrolls.
  return { left, top, maxHeight: room.height - top - GAP, overflowY: 'auto' }
}

function Items({ target, onDone }: { target: Selection; onDone: () => void }) {
  return allActions()
    .filter(({ on }) => on?.includes(target.kind))
    .map(({ id, choices }) =>
      choices ? (
        <Choices key={id} action={id} target={target} onDone={onDone} />
      ) : (
        <ActionButton key={id} action={id} target={target} role="menuitem" className="item" hide onDone={onDone} />
      ),
    )
}

/** An action that takes one thing more than its target: an item for each. */
function Choices({ action, target, onDone }: { action: string; target: Selection; onDone: () => void }) {
  const live = useLive()
  const choices = useSlice(() => {
    const desk = deskOf(live)
    return desk ? (actionOf(action).choices?.(desk, target) ?? []) : []
  })
  return choices?.map((choice) => (
    <ActionButton key={choice} {...{ action, target, choice, onDone }} role="menuitem" className="item" hide />
  ))
}
