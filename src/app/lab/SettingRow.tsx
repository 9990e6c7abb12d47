/**
 * One setting of the run: its name, a dot when somebody changed it (a press sets it back), why it matters, its
 * value with the unit, and a fader or segments. Everything is read off the field's own description; every change
 * is an intervention at the playhead.
 */
import { choiceWord, labels, settingHint, settingName, settingValue } from '../../words/index.ts'
import { useLive } from '../live/useLive.ts'
import { Segments } from '../parts/Segments.tsx'
import { Fader } from './Fader.tsx'
import { WithHint } from './Hint.tsx'
import { useSetting, type Value } from './setting.ts'
import { stopsOf } from './stops.ts'
import { ValueField } from './ValueField.tsx'

/** More choices than this stand one below the other. */
const MOST_IN_A_LINE = 4

interface Props {
  path: string
  /** Instead of the setting's own name. */
  name?: string
  /** The greatest value that makes sense now, where that is less than what is valid. */
  most?: number
}

export function SettingRow({ path, name, most }: Props) {
  const live = useLive()
  const found = useSetting(path)
  if (!found) return null
  const { field, from, value, changed } = found
  const label = name ?? settingName(path)
  const set = (to: Value) => {
    if (to !== value) live.do({ do: 'act', action: { do: 'set', path, value: to } })
  }
  return (
    <div className="ctl" data-setting={path} data-value={value} data-changed={changed || undefined}>
      <WithHint name={label} hint={settingHint(path)}>
        {(hint) => (
          <div className="cl">
            <span className="name">
              {label}
              {changed && <ChangedDot name={label} onReset={() => set(from)} />}
              {hint}
            </span>
            {field.type === 'number' && (
              <ValueField path={path} label={label} field={field} value={Number(value)} most={most} onCommit={set} />
            )}
          </div>
        )}
      </WithHint>
      {field.type === 'number' ? (
        <Fader
          id={`set-${path}`}
          label={label}
          stops={stopsOf(field, [Number(from), Number(value)], most)}
          value={Number(value)}
          landmarks={[Number(from)]}
          text={(number) => settingValue(path, number)}
          onCommit={set}
        />
      ) : (
        <div className={field.choices.length > MOST_IN_A_LINE ? 'tall-seg' : undefined}>
          <Segments
            label={label}
            options={field.choices.map((choice) => ({ value: choice, text: choiceWord(path, choice) }))}
            value={`${value}`}
            onChange={set}
          />
        </div>
      )}
    </div>
  )
}

export function ChangedDot({ name, onReset }: { name: string; onReset: () => void }) {
  const text = labels.resetSetting(name)
  return <button type="button" className="dot" aria-label={text} title={text} onClick={onReset} />
}
