/** A small panel under its button: Escape and a press elsewhere close it. Its button toggles `page.open`. */
import { type ReactNode, useEffect, useRef } from 'react'
import { page } from '../page/page.ts'

export function Popover({
  label,
  className = '',
  children,
}: {
  label: string
  className?: string
  children: ReactNode
}) {
  const box = useRef<HTMLElement>(null)
  useEffect(() => {
    const before = document.activeElement
    const outside = (event: PointerEvent) => {
      const around = box.current?.parentElement
      if (around && !around.contains(event.target as Node)) page.set({ open: null })
    }
    addEventListener('pointerdown', outside)
    return () => {
      removeEventListener('pointerdown', outside)
      if (document.activeElement === document.body && before instanceof HTMLElement) before.focus()
    }
  }, [])
  return (
    <section ref={box} aria-label={label} className={`pop ${className}`}>
      {children}
    </section>
  )
}
