/** Theme, shortcuts and auto pace. Motion follows the system's setting and says so. */

import { labels } from '../../words/index.ts'
import { useLive, useSlice } from '../live/useLive.ts'
import { page, type Theme, usePage } from '../page/page.ts'
import { Popover } from './Popover.tsx'
import { Segments } from './Segments.tsx'

const THEMES: { value: Theme; text: string }[] = [
  { value: 'auto', text: labels.themes.auto },
  { value: 'light', text: labels.themes.light },
  { value: 'dark', text: labels.themes.dark },
]

export function SettingsPanel() {
  const live = useLive()
  const theme = usePage((p) => p.theme)
  const shortcuts = usePage((p) => p.shortcuts)
  const autoPace = useSlice(({ transport }) => transport.autoPace.on) ?? true
  return (
    <Popover label={labels.settings} className="top-[38px] right-0 grid w-[272px] gap-3 p-4">
      <div>
        <p className="muted mb-1 text-[12px]">{labels.theme}</p>
        <Segments label={labels.theme} options={THEMES} value={theme} onChange={page.setTheme} />
      </div>
      <Check label={labels.shortcuts} checked={shortcuts} onChange={page.setShortcuts} />
      <Check label={labels.autoPace} checked={autoPace} onChange={(on) => live.do({ do: 'auto-pace', on })} />
      <p className="muted text-[12px]">{labels.motion}</p>
    </Popover>
  )
}

function Check({ label, checked, onChange }: { label: string; checked: boolean; onChange: (on: boolean) => void }) {
  return (
    <label className="flex min-h-[24px] cursor-pointer items-center gap-2">
      <input
        type="checkbox"
        className="size-4 accent-ink"
        checked={checked}
        onChange={(e) => onChange(e.target.checked)}
      />
      {label}
    </label>
  )
}
