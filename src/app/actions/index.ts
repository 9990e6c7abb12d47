/**
 * Every user action, once. Buttons, menus, shortcuts and the help sheet read this list; end-to-end tests
 * press `[data-action=id]`.
 */
import type { Live } from '../live/live.ts'
import { page, type Selection } from '../page/page.ts'
import type { Desk, UserAction } from './action.ts'
import { done, fetchDone } from './done.ts'
import { editActions } from './edit.ts'
import { belongsToFocus, chord } from './keyboard.ts'
import { lookActions } from './look.ts'
import { shareActions } from './share.ts'
import { timeActions } from './time.ts'

export type { Desk, UserAction } from './action.ts'

/** All that are here, in the order of menus and help. */
export const allActions = (): readonly UserAction[] => [
  ...timeActions,
  ...done.actions,
  ...editActions,
  ...lookActions,
  ...shareActions,
]

export function actionOf(id: string): UserAction {
  const action = allActions().find((one) => one.id === id)
  if (!action) throw new Error(`No such action: ${id}`)
  return action
}

/** Null until there is a first frame. */
export function deskOf(live: Live): Desk | null {
  const update = live.latest
  return update && { live, page: page.get(), frame: update.frame, transport: update.transport }
}

/** Carries out an action if it applies. Without a target it is about the selection. */
export function perform(live: Live, id: string, target?: Selection, choice?: string): boolean {
  const desk = deskOf(live)
  const action = actionOf(id)
  const meant = target ?? desk?.page.selection ?? null
  if (!desk || !action.applies(desk, meant, choice)) return false
  action.run(desk, meant, choice)
  return true
}

/** What a key press means now: the action was carried out and the press is used up. */
export function press(live: Live, event: KeyboardEvent): boolean {
  const pressed = chord(event)
  if (pressed === '' || event.defaultPrevented || event.isComposing) return false
  // Escape and Tab-reachable buttons always work; the letters can be switched off.
  if (!page.get().shortcuts && pressed !== 'Esc') return false
  if (belongsToFocus(event.target, pressed)) return false
  const known = () => allActions().find(({ keys }) => keys.includes(pressed))
  const action = known()
  if (action !== undefined) return perform(live, action.id)
  // A press before all is here is not lost.
  const later = () => {
    const found = known()
    if (found) perform(live, found.id)
  }
  fetchDone()?.then(later, () => {})
  return false
}
