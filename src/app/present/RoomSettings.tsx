/** What may be set, as buttons that say how it stands; the controls open above them, over the stage, one press away. */
import type { Allowed } from '../../lessons/index.ts'
import { settingName, settingValue, presenting as words } from '../../words/index.ts'
import { SettingRow } from '../lab/SettingRow.tsx'
import { useSetting } from '../lab/setting.ts'
import { page, usePage } from '../page/page.ts'
import { Popover } from '../parts/Popover.tsx'

export function RoomSettings({ allow }: { allow: readonly Allowed[] }) {
  const open = usePage((p) => p.open === 'controls')
  const paths = allow.flatMap((one) => ('set' in one ? [one.set] : []))
  if (paths.length === 0) return null
  return (
    <div className="pt-settings">
      {paths.map((path) => (
        <Standing key={path} path={path} open={open} />
      ))}
      {open && (
        <Popover label={words.settings} className="pt-panel">
          {paths.map((path) => (
            <SettingRow key={path} path={path} />
          ))}
        </Popover>
      )}
    </div>
  )
}

function Standing({ path, open }: { path: string; open: boolean }) {
  const found = useSetting(path)
  if (!found) return null
  return (
    <button type="button" className="btn" aria-expanded={open} data-sets={path} onClick={() => page.toggle('controls')}>
      {settingName(path)}: <b>{settingValue(path, found.value)}</b>
    </button>
  )
}
