/**
 * A list of choices under a button, or over the stage: arrows walk, Escape and a press elsewhere close it, and
 * the focus goes back to where it came from.
 */
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react'

interface Props {
  label: string
  className?: string
  style?: React.CSSProperties
  onClose: () => void
  children: ReactNode
}

const ITEMS = '[role^=menuitem]:not(:disabled), a[role=menuitem]'

export function Menu({ label, className = '', style, onClose, children }: Props) {
  const box = useRef<HTMLDivElement>(null)
  const close = useRef(onClose)
  close.current = onClose
  useEffect(() => {
    const before = document.activeElement
    box.current?.querySelector<HTMLElement>(ITEMS)?.focus()
    const outside = (event: PointerEvent) => {
      const within = (element: Element | null) => element?.contains(event.target as Node) ?? false
      if (!within(box.current) && !within(before)) close.current()
    }
    addEventListener('pointerdown', outside)
    return () => {
      removeEventListener('pointerdown', outside)
      const left = document.activeElement
      if (before instanceof HTMLElement && (left === null || left === document.body)) before.focus()
    }
  }, [])
  const onKeyDown = (event: KeyboardEvent) => {
    const items = [...(box.current?.querySelectorAll<HTMLElement>(ITEMS) ?? [])]
    const here = items.indexOf(document.activeElement as HTMLElement)
    const to = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: items.length - 1 }[event.key]
    if (to !== undefined) items[(to + items.length) % items.length]?.focus()
    else if (event.key === 'Escape') close.current()
    else if (event.key === 'Tab') return close.current()
    else if (event.key.length !== 1) return
    // Letters are not shortcuts while a menu is open.
    event.stopPropagation()
    if (event.key !== ' ') event.preventDefault()
  }
  return (
    <div
      ref={box}
      role="menu"
      aria-label={label}
      className={`pop ${className}`}
      style={style}
      onKeyDown={onKeyDown}
      tabIndex={-1}
    >
      {children}
    </div>
  )
}
