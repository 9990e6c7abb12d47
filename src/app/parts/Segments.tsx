/** A choice among few: text on a line, the chosen one bold over a bar of ink. One tab stop; arrows choose. */
import type { KeyboardEvent } from 'react'

interface Props<V extends string | number> {
  label: string
  options: readonly { value: V; text: string; title?: string }[]
  value: V
  mono?: boolean
  onChange: (value: V) => void
}

export function Segments<V extends string | number>({ label, options, value, mono, onChange }: Props<V>) {
  const here = options.findIndex((option) => option.value === value)
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key]
    if (by === undefined) return
    event.preventDefault()
    const next = (Math.max(here, 0) + by + options.length) % options.length
    onChange(options[next]!.value)
    event.currentTarget.querySelectorAll<HTMLElement>('[role=radio]')[next]?.focus()
  }
  return (
    <div className={mono ? 'seg mono' : 'seg'} role="radiogroup" aria-label={label} onKeyDown={onKeyDown}>
      {options.map((option, i) => (
        // biome-ignore lint/a11y/useSemanticElements: a radio input cannot carry the line below all of them
        <button
          key={option.value}
          type="button"
          role="radio"
          aria-checked={i === here}
          tabIndex={i === Math.max(here, 0) ? 0 : -1}
          title={option.title}
          onClick={() => onChange(option.value)}
        >
          {option.text}
        </button>
      ))}
    </div>
  )
}
