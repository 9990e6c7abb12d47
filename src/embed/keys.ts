/** The lab's own keys, within the figure: heard only while it has focus, and never in place of a button's own. */
import type { Bar } from './bar.ts'

const KEYS: Record<string, keyof Bar['do']> = { ' ': 'playPause', '.': 'step', ',': 'stepBack', r: 'reset' }

export function keysOf(bar: Bar): () => void {
  const pressed = (event: KeyboardEvent) => {
    const does = KEYS[event.key]
    const onButton = event.target instanceof Element && event.target.closest('button, a') !== null
    if (!does || event.ctrlKey || event.metaKey || event.altKey || (event.key === ' ' && onButton)) return
    event.preventDefault()
    bar.do[does]()
  }
  addEventListener('keydown', pressed)
  return () => removeEventListener('keydown', pressed)
}
