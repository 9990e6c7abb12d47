/** What can leave the lab and come back, each with a line that says what it is. */
import { panels, sharing } from '../../words/index.ts'
import { actionOf } from '../actions/index.ts'
import { page } from '../page/page.ts'
import { ActionButton } from '../parts/Button.tsx'
import { Menu } from '../parts/Menu.tsx'

const GROUPS = [
  ['copy-link'],
  ['save-file', 'save-scenario', 'open-file'],
  ['export-svg', 'export-png'],
  ['export-csv', 'export-shiviz'],
] as const

export function ShareMenu() {
  const close = () => page.set({ open: null })
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
        </div>
      ))}
    </Menu>
  )
}
