/** How the lab looks, sounds and speaks: every choice of `look.ts`, and whether quiet stretches are hurried through. */

import { labels, looks, TERMS, vocabularyName } from '../../words/index.ts'
import { useLive, useSlice } from '../live/useLive.ts'
import { ANNOUNCEMENTS, MOTIONS, TEXT_SIZES, THEMES } from '../page/look.ts'
import { page, usePage } from '../page/page.ts'
import { Popover } from './Popover.tsx'
import { Segments } from './Segments.tsx'

export function SettingsPanel() {
  const live = useLive()
  const { theme, textSize, terms, motion, announce, shortcuts } = usePage()
  const autoPace = useSlice(({ transport }) => transport.autoPace.on) ?? true
  return (
    <Popover label={labels.settings} className="settings">
      <Choice
        label={looks.theme}
        options={THEMES.map((value) => ({ value, text: looks.themes[value] }))}
        value={theme}
        onChange={(to) => page.setLook({ theme: to })}
      />
      <Choice
        label={looks.textSize}
        options={TEXT_SIZES.map((value) => ({ value, text: looks.percent(value) }))}
        value={textSize as (typeof TEXT_SIZES)[number]}
        onChange={(to) => page.setLook({ textSize: to })}
      />
      <Choice
        label={looks.vocabulary}
        hint={looks.vocabularyHint}
        tall
        options={TERMS.map((value) => ({ value, text: vocabularyName(value) }))}
        value={terms as (typeof TERMS)[number]}
        onChange={(to) => page.setLook({ terms: to })}
      />
      <Choice
        label={looks.motion}
        hint={looks.motionHint}
        options={MOTIONS.map((value) => ({ value, text: looks.motions[value] }))}
        value={motion}
        onChange={(to) => page.setLook({ motion: to })}
      />
      <Choice
        label={looks.announcements}
        options={ANNOUNCEMENTS.map((value) => ({ value, text: looks.announcement[value] }))}
        value={announce}
        onChange={(to) => page.setLook({ announce: to })}
      />
      <Check label={looks.shortcuts} checked={shortcuts} onChange={(on) => page.setLook({ shortcuts: on })} />
      <Check label={looks.autoPace} checked={autoPace} onChange={(on) => live.do({ do: 'auto-pace', on })} />
    </Popover>
  )
}

interface ChoiceProps<V extends string | number> {
  label: string
  hint?: string
  /** One below the other: their words are too long for a row. */
  tall?: boolean
  options: { value: V; text: string }[]
  value: V
  onChange: (value: V) => void
}

function Choice<V extends string | number>({ label, hint, tall = false, ...rest }: ChoiceProps<V>) {
  return (
    <div className={tall ? 'tall-seg' : ''} data-every-vocabulary={tall || undefined}>
      <p className="muted mb-1 text-[12px]">{label}</p>
      <Segments label={label} {...rest} />
      {hint !== undefined && <p className="muted mt-1 text-[12px]">{hint}</p>}
    </div>
  )
}

function Check({ label, checked, onChange }: { label: string; checked: boolean; onChange: (on: boolean) => void }) {
  return (
    <label className="flex min-h-[24px] cursor-pointer items-center gap-2">
      <input
        type="checkbox"
        className="size-4 flex-none accent-ink"
        checked={checked}
        onChange={(e) => onChange(e.target.checked)}
      />
      {label}
    </label>
  )
}
