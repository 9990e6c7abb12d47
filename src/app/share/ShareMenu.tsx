/** What can leave the lab and come back, each with a line that says what it is. */
import { linkHash } from '../../run/index.ts'
import { preset } from '../../scenarios/index.ts'
import { panels, sharing } from '../../words/index.ts'
import type { Transport } from '../../worker/index.ts'
import { actionOf } from '../actions/index.ts'
import { useLive } from '../live/useLive.ts'
import { notify, page } from '../page/page.ts'
import { ActionButton } from '../parts/Button.tsx'
import { Menu } from '../parts/Menu.tsx'

const GROUPS = [
  ['copy-link'],
  ['save-file', 'save-scenario', 'open-file'],
  ['export-svg', 'export-png'],
  ['export-csv', 'export-shiviz'],
] as const

export function ShareMenu() {
  const live = useLive()
  const close = () => page.set({ open: null })
  const embed = () => {
    close()
    const address = live.latest && builderFor(live.latest.transport)
    if (address && 'problem' in address) notify(address.problem, { action: 'save-file' })
    else if (address) location.hash = address.hash
  }
  return (
    <Menu label={panels.share} className="share-menu" onClose={close}>
      {GROUPS.map((group, i) => (
        <div key={group[0]}>
          {i > 0 && <hr />}
          {group.map((id) => (
            <ActionButton key={id} action={id} role="menuitem" className="item share-item" named onDone={close}>
              <span>{actionOf(id).label()}</span>
              <span className="muted">{sharing.shareHints[id]}</span>
            </ActionButton>
          ))}
          {i === 0 && (
            <button type="button" role="menuitem" className="item share-item" data-embed="" onClick={embed}>
              <span>{sharing.embed}</span>
              <span className="muted">{sharing.embedHint}</span>
            </button>
          )}
        </div>
      ))}
    </Menu>
  )
}

/** The page that makes a figure of this run at this moment; one of the lab's own goes by its name. */
function builderFor({ run, time }: Transport): { hash: string } | { problem: string } {
  const link = linkHash(run, time)
  if ('problem' in link) return link
  const own = preset(run.scenario.id)
  const same = own && linkHash(own.run, time)
  const isOwn = same && 'hash' in same && same.hash === link.hash
  return {
    hash: isOwn ? `#/embed-builder?preset=${run.scenario.id}&t=${time}` : link.hash.replace('#/lab', '#/embed-builder'),
  }
}
