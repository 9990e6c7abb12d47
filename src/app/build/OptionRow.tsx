/** One parameter of a figure: its name, why one would want it, and what it takes, which the table of parameters says. */
import { useEffect, useId, useState } from 'react'
import { type Kind, type Name, PARAMETERS } from '../../embed/index.ts'
import { building, parameterWords } from '../../words/index.ts'
import { WithHint } from '../lab/Hint.tsx'
import { ChangedDot } from '../lab/SettingRow.tsx'
import { useSaid } from '../page/useSaid.ts'
import { Segments } from '../parts/Segments.tsx'
import { isTaken, usualText } from './built.ts'
import { nameOf } from './sections.ts'

/** Choices of more letters than this do not stand in a line. */
const MOST_LETTERS = 26

export interface Choice {
  value: string
  text: string
}

interface Props {
  name: Name
  /** As it is chosen; absent = as usual. */
  text: string | undefined
  /** What there is to choose, where the table cannot know. */
  choices?: readonly Choice[] | undefined
  onChange: (text: string) => void
  /** Beside the name. */
  children?: React.ReactNode
}

export function OptionRow({ name, text, choices, onChange, children }: Props) {
  const kind = PARAMETERS[name].kind as Kind<unknown>
  const label = nameOf(name)
  const hint = parameterWords[name]?.hint ?? building.takes(kind.takes)
  const value = text ?? usualText(name)
  return (
    <div className="ctl" data-option={name} data-value={value} data-changed={text !== undefined || undefined}>
      <WithHint name={label} hint={hint}>
        {(button) => (
          <div className="cl">
            <span className="name">
              {label}
              {text !== undefined && <ChangedDot name={label} onReset={() => onChange('')} />}
              {button}
            </span>
            {children}
          </div>
        )}
      </WithHint>
      <Control {...{ name, kind, label, value, choices, onChange }} />
    </div>
  )
}

interface ControlProps {
  name: Name
  kind: Kind<unknown>
  label: string
  value: string
  choices?: readonly Choice[] | undefined
  onChange: (text: string) => void
}

function Control({ name, kind, label, value, choices, onChange }: ControlProps) {
  if (choices) return <Select label={label} value={value} choices={choices} onChange={onChange} />
  const values = kind.values ?? []
  if (kind.many && values.length > 0) return <Several {...{ label, values, value, onChange }} />
  if (values.length === 0) return <Typed {...{ name, kind, label, value, onChange }} />
  const words = values.map((one) => ({
    value: one,
    text: values[0] === '0' ? [building.off, building.on][+one]! : one,
  }))
  return words.map(({ text }) => text).join('').length <= MOST_LETTERS ? (
    <Segments label={label} options={words} value={value} onChange={onChange} />
  ) : (
    <Select label={label} value={value} choices={words} onChange={onChange} />
  )
}

interface SelectProps {
  label: string
  value: string
  choices: readonly Choice[]
  onChange: (text: string) => void
}

function Select({ label, value, choices, onChange }: SelectProps) {
  // An address may name what is not on the list.
  const known = choices.some((choice) => choice.value === value)
  return (
    <select aria-label={label} value={value} onChange={(event) => onChange(event.target.value)}>
      {!known && <option value={value}>{value}</option>}
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.text}
        </option>
      ))}
    </select>
  )
}

interface SeveralProps {
  label: string
  values: readonly string[]
  value: string
  onChange: (text: string) => void
}

function Several({ label, values, value, onChange }: SeveralProps) {
  const chosen = value.split(',')
  const turn = (one: string, on: boolean) => {
    const next = values.filter((each) => (each === one ? on : chosen.includes(each)))
    // Nothing at all cannot be said: the last one stays.
    if (next.length > 0) onChange(next.join(','))
  }
  return (
    <fieldset className="several" aria-label={label}>
      {values.map((one) => (
        <label key={one}>
          <input type="checkbox" checked={chosen.includes(one)} onChange={(event) => turn(one, event.target.checked)} />{' '}
          {one}
        </label>
      ))}
    </fieldset>
  )
}

/** What is typed is taken when the field is left, or by Enter; what the parameter does not take stays, and says why. */
function Typed({ name, kind, label, value, onChange }: Omit<ControlProps, 'choices'>) {
  const [typed, setTyped] = useState(value)
  const id = useId()
  useEffect(() => setTyped(value), [value])
  const wrong = typed !== '' && !isTaken(name, typed)
  useSaid(wrong ? building.takes(kind.takes) : '')
  const commit = () => {
    if (!wrong && typed !== value) onChange(typed)
  }
  return (
    <>
      <input
        className="typed mono"
        autoComplete="off"
        spellCheck={false}
        aria-label={label}
        aria-invalid={wrong}
        aria-describedby={wrong ? id : undefined}
        value={typed}
        onChange={(event) => setTyped(event.target.value.trim())}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === 'Enter') commit()
        }}
      />
      {wrong && (
        <p id={id} className="problem">
          {building.takes(kind.takes)}
        </p>
      )}
    </>
  )
}
