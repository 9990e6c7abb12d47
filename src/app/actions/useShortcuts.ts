/** One listener for the whole page. A modal dialog keeps its keys to itself, but for Escape and `?`. */
import { useEffect } from 'react'
import { useLive } from '../live/useLive.ts'
import { press } from './index.ts'

export function useShortcuts(): void {
  const live = useLive()
  useEffect(() => {
    const listener = (event: KeyboardEvent) => {
      if (document.querySelector('dialog[open]') && event.key !== '?') return
      if (press(live, event)) event.preventDefault()
    }
    addEventListener('keydown', listener)
    return () => removeEventListener('keydown', listener)
  }, [live])
}
