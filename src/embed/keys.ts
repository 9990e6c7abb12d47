/** The lab's own keys, within the figure: heard only while it has focus, and never in place of a button's own. */
import type { Bar } from './bar.ts'

const KEYS: Record<string, keyof Bar['do']> = { ' ': 'playPause', '.': 'step', ',': 'stepBack', r: 'reset' }

export interface Keys {
  /** Asked first: true takes the key away from the figure. */
  before: (event: KeyboardEvent) => boolean
  stop(): void
}

export function keysOf(bar: Bar): Keys {
  const pressed = (event: KeyboardEvent) => {
    const does = KEYS[event.key]
    const onButton = event.target instanceof Element && event.target.closest('button, a, input, select') !== null
    if (event.ctrlKey || event.metaKey || event.altKey || (event.key === ' ' && onButton)) return
    if (keys.before(event) || !does) return
    event.preventDefault()
    bar.do[does]()
  }
  addEventListener('keydown', pressed)
  const keys: Keys = { before: () => false, stop: () => removeEventListener('keydown', pressed) }
  return keys
}
