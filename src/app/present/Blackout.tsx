/** Nothing but black: the room looks at whoever speaks. Any key or a press brings the picture back. */
import { useEffect, useRef } from 'react'
import { presenting as words } from '../../words/index.ts'
import { page } from '../page/page.ts'
import { presenting } from './presenting.ts'

const MODIFIERS = ['Alt', 'AltGraph', 'Control', 'Meta', 'Shift']

export function Blackout() {
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    const before = document.activeElement
    button.current?.focus()
    const pressed = (event: KeyboardEvent) => {
      if (MODIFIERS.includes(event.key)) return
      event.preventDefault()
      event.stopImmediatePropagation()
      show()
    }
    addEventListener('keydown', pressed, true)
    return () => {
      removeEventListener('keydown', pressed, true)
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])
  return (
    <button
      ref={button}
      type="button"
      className="pt-black"
      aria-label={words.isBlack}
      data-black=""
      data-unlocks=""
      onClick={show}
    />
  )
}

function show(): void {
  presenting.set({ black: false })
  page.set({ said: { text: words.isShown } })
}
