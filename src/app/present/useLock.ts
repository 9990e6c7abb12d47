/** What pointers may do: while the controls are locked nothing; keys, also on a focused button, go on working. */
import { type RefObject, useEffect } from 'react'
import { presenting as words } from '../../words/index.ts'
import { notify } from '../page/page.ts'
import { presenting } from './presenting.ts'

const OF_POINTERS = ['pointerdown', 'mousedown', 'touchstart', 'wheel', 'click', 'dblclick'] as const

export function useLock(root: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = root.current
    const refuse = (event: Event) => {
      if (!presenting.get().locked) return
      if (event.target instanceof Element && event.target.closest('[data-unlocks]')) return
      // A key on a focused button clicks, too, but for the zeroth time.
      if (event instanceof UIEvent && event.type === 'click' && event.detail === 0) return
      event.preventDefault()
      event.stopPropagation()
      if (event.type === 'click') notify(words.locked, { kind: 'news', about: 'lock' })
    }
    // A pointer leaves no focus behind, so that Space freezes the run whatever was clicked last.
    const keepFocus = (event: Event) => {
      if (event.target instanceof Element && event.target.closest('button')) event.preventDefault()
    }
    element?.addEventListener('mousedown', keepFocus)
    for (const type of OF_POINTERS) element?.addEventListener(type, refuse, { capture: true, passive: false })
    return () => {
      element?.removeEventListener('mousedown', keepFocus)
      for (const type of OF_POINTERS) element?.removeEventListener(type, refuse, { capture: true })
    }
  }, [root])
}
