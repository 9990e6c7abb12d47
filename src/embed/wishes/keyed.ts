/**
 * Which keys the figure takes while it has the focus. A deck of slides keeps its own: those go to the host, unless a
 * control of the figure uses them.
 */
import type { Figure } from '../figure.ts'

/** Keys that turn slides. */
const SLIDE_KEYS = [
  'ArrowLeft',
  'ArrowRight',
  'ArrowUp',
  'ArrowDown',
  'PageUp',
  'PageDown',
  'Home',
  'End',
  ' ',
] as const

/** `forward` hands a key to the host. */
export function keyed({ keys }: Figure, wish: 'on' | 'focus' | 'off' | 'slides', forward: (key: string) => void): void {
  keys.before = (event) => {
    if (wish !== 'slides') return wish === 'off'
    const uses = event.target instanceof HTMLSelectElement || event.target instanceof HTMLInputElement
    const turns = SLIDE_KEYS.some((key) => key === event.key) && !uses
    if (turns) {
      event.preventDefault()
      forward(event.key)
    }
    return turns
  }
}
