/**
 * The value of a control. A press turns it into a field, for a value that no stop of the fader has. Enter or
 * leaving the field sets it, Escape leaves it as it was; what is no valid value says why and stays.
 */
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import type { NumberField } from '../../run/index.ts'
import { numberProblem, rail, settingValue } from '../../words/index.ts'

interface Props {
  path: string
  label: string
  field: NumberField
  value: number
  most?: number | undefined
  onCommit: (value: number) => void
}

/** As people type it: a comma may be the decimal point, and a space may group digits. */
const numberOf = (text: string): number =>
  text.trim() === '' ? Number.NaN : Number(text.replace(/\s/g, '').replace(',', '.'))

export function ValueField({ path, label, field, value, most, onCommit }: Props) {
  const [typed, setTyped] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const button = useRef<HTMLButtonElement>(null)
  const input = useRef<HTMLInputElement>(null)
  const back = useRef(false)
  const id = useId()
  const typing = typed !== null
  useEffect(() => {
    if (typing) input.current?.select()
    else if (back.current) button.current?.focus()
    back.current = false
  }, [typing])

  const text = settingValue(path, value)
  const [amount, ...unit] = text.split(' ')
  const leave = (byKey: boolean) => {
    back.current = byKey
    setTyped(null)
    setProblem(null)
  }
  const commit = (byKey: boolean) => {
    const wanted = numberOf(typed ?? '')
    const wrong = numberProblem(path, field, wanted, most)
    if (wrong !== null && byKey) return setProblem(wrong)
    if (wrong === null && wanted !== value) onCommit(wanted)
    leave(byKey)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') commit(true)
    else if (event.key === 'Escape') leave(true)
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  if (!typing)
    return (
      <button
        ref={button}
        type="button"
        className="value mono"
        aria-label={rail.typeValue(label, text)}
        onClick={() => setTyped(String(value))}
      >
        {amount}
        <span className="muted"> {unit.join(' ')}</span>
      </button>
    )
  return (
    <>
      <span className="typing mono">
        <input
          ref={input}
          // biome-ignore lint/a11y/noAutofocus: the press that opened it asked for exactly this
          autoFocus
          inputMode={field.min < 0 ? 'text' : 'decimal'}
          autoComplete="off"
          aria-label={label}
          aria-invalid={problem !== null}
          aria-describedby={problem === null ? undefined : id}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={onKeyDown}
          onBlur={() => commit(false)}
        />
        <span className="muted"> {unit.join(' ')}</span>
      </span>
      {problem && (
        <span id={id} role="alert" className="problem">
          {problem}
        </span>
      )}
    </>
  )
}
