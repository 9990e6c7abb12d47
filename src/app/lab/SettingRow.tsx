/**
 * One setting of the run: its name, its value with the unit, a dot when it differs from the scenario (a press
 * sets it back), and a fader or segments. Everything is read off the field's own description; every change is
 * an intervention at the playhead.
 */
import { type Setting, settings } from '../../run/index.ts'
import { choiceWord, labels, settingHint, settingName, settingValue } from '../../words/index.ts'
import type { Update } from '../../worker/index.ts'
import { useLive, useSlice } from '../live/useLive.ts'
import { Segments } from '../parts/Segments.tsx'
import { Fader } from './Fader.tsx'
import { stopsOf } from './stops.ts'

/** A setting and what it is now; null while there is none of that path. */
function useSetting(path: string): { setting: Setting; value: number | string } | null {
  return useSlice((update) => settingOf(update, path))
}

const known = new WeakMap<object, Map<string, Setting>>()
/** The settings of a scenario, looked up once per scenario. */
function settingOf({ frame, transport: { run } }: Update, path: string) {
  let all = known.get(run.scenario)
  if (!all) {
    all = new Map(settings(run.scenario).map((setting) => [setting.path, setting]))
    known.set(run.scenario, all)
  }
  const setting = all.get(path)
  return setting ? { setting, value: frame.settings[path] ?? setting.value } : null
}

export function SettingRow({ path, name, most }: { path: string; name?: string; most?: number }) {
  const live = useLive()
  const found = useSetting(path)
  if (!found) return null
  const { setting, value } = found
  const label = name ?? settingName(path)
  const set = (to: number | string) => {
    if (to !== value) live.do({ do: 'act', action: { do: 'set', path, value: to } })
  }
  const dot = value !== setting.value && (
    <button
      type="button"
      className="dot"
      aria-label={labels.resetSetting(label)}
      title={labels.resetSetting(label)}
      onClick={() => set(setting.value)}
    />
  )
  const { field } = setting
  if (field.type === 'choice') {
    const options = field.choices.map((choice) => ({ value: choice, text: choiceWord(path, choice) }))
    return (
      <div className="ctl" data-setting={path} title={settingHint(path)}>
        <div className="cl">
          <span>
            {label}
            {dot}
          </span>
        </div>
        <Segments label={label} options={options} value={`${value}`} onChange={set} />
      </div>
    )
  }
  const [from, now] = [Number(setting.value), Number(value)]
  const [amount, unit] = settingValue(path, now).split(' ')
  return (
    <div className="ctl" data-setting={path} title={settingHint(path)}>
      <div className="cl">
        <span>
          {label}
          {dot}
        </span>
        <span className="mono">
          {amount}
          <span className="muted"> {unit}</span>
        </span>
      </div>
      <Fader
        id={`set-${path}`}
        label={label}
        stops={stopsOf(field, [from, now], most)}
        value={now}
        landmarks={[from]}
        text={(number) => settingValue(path, number)}
        onCommit={set}
      />
    </div>
  )
}
