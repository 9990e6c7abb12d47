/** The button of the settings; what it opens comes later. */

import { labels } from '../../words/index.ts'
import { SettingsPanel } from '../later/index.ts'
import { page, usePage } from '../page/page.ts'
import { Icon } from './Icon.tsx'

export function SettingsMenu() {
  const open = usePage((p) => p.open === 'settings')
  return (
    <div className="relative">
      <button
        type="button"
        className="tool ico"
        aria-label={labels.settings}
        aria-expanded={open}
        onClick={() => page.toggle('settings')}
      >
        <Icon name="settings" />
      </button>
      {open && <SettingsPanel />}
    </div>
  )
}
