/**
 * Tabs of one panel, as the ARIA practices have them: one of them is in the tab order, the arrow keys go to the next one
 * around the ring, and who goes there has chosen it.
 */
import { type KeyboardEvent, useRef } from 'react'

interface Props<T extends string> {
  all: readonly T[]
  now: T
  onPick(tab: T): void
  /** What stands on each, and, where that is short, what it means. */
  words: Readonly<Record<T, string>>
  titles?: Readonly<Record<T, string>>
  /** Of the list, for those who hear it. */
  label: string
  /** Id of the panel that they are about. */
  controls: string
  className: string
}

export function Tabs<T extends string>({ all, now, onPick, words, titles, label, controls, className }: Props<T>) {
  const list = useRef<HTMLDivElement>(null)
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    if (by === undefined) return
    const next = all[(all.indexOf(now) + by + all.length) % all.length] ?? now
    onPick(next)
    list.current?.querySelector<HTMLElement>(`[data-tab=${next}]`)?.focus()
  }
  return (
    <div ref={list} className={className} role="tablist" aria-label={label} onKeyDown={onKeyDown}>
      {all.map((one) => (
        <button
          key={one}
          type="button"
          role="tab"
          data-tab={one}
          aria-selected={one === now}
          aria-controls={controls}
          title={titles?.[one]}
          tabIndex={one === now ? 0 : -1}
          onClick={() => onPick(one)}
        >
          {words[one]}
        </button>
      ))}
    </div>
  )
}
