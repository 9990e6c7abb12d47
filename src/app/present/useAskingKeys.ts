/** In the presenter's window the keys of the presentation ask for what they would do in the other one. */
import { useEffect } from 'react'
import { allActions, belongsToFocus, chord } from '../actions/index.ts'
import { page } from '../page/page.ts'
import type { Asked, Report } from './channel.ts'

/** Remotes know these keys only. */
const REMOTE: Record<string, Asked> = {
  PageDown: 'lesson-next',
  ArrowRight: 'lesson-next',
  ArrowDown: 'lesson-next',
  PageUp: 'lesson-back',
  ArrowLeft: 'lesson-back',
  ArrowUp: 'lesson-back',
}

export function useAskingKeys(report: Report | null, ask: (action: Asked) => void): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const key = chord(event)
      if (report === null || key === '' || event.defaultPrevented || !page.get().shortcuts) return
      if (belongsToFocus(event.target, key) || document.querySelector('dialog[open]')) return
      const meant = [REMOTE[key], ...allActions().flatMap(({ id, keys }) => (keys.includes(key) ? [id] : []))]
      const action = report.usable.find((id) => meant.includes(id))
      if (action === undefined) return
      event.preventDefault()
      ask(action)
    }
    addEventListener('keydown', pressed)
    return () => removeEventListener('keydown', pressed)
  }, [report, ask])
}
