/**
 * Every user action, once. Buttons, menus, shortcuts and the help sheet read this list; end-to-end tests
 * press `[data-action=id]`.
 */
import type { Live } from '../live/live.ts'
import { page, type Selection } from '../page/page.ts'
import type { Desk, UserAction } from './action.ts'
import { isAllowed, meantIn } from './allowed.ts'
import { done, fetchDone } from './done.ts'
import { editActions } from './edit.ts'
import { belongsToFocus, chord } from './keyboard.ts'
import { lookActions } from './look.ts'
import { shareActions } from './share.ts'
import { timeActions } from './time.ts'

export type { Desk, UserAction } from './action.ts'
export { belongsToFocus, chord } from './keyboard.ts'

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

/** Does it make sense now, and may it be done? Without a target it is about the selection. */
export function isUsable(desk: Desk, id: string, target?: Selection, choice?: string): boolean {
  const action = actionOf(id)
  const meant = target ?? meantIn(desk, action, desk.page.selection)
  return action.applies(desk, meant, choice) && isAllowed(desk, action, meant)
}

/** Carries out an action if it can be used. Without a target it is about the selection. */
export function perform(live: Live, id: string, target?: Selection, choice?: string): boolean {
  const desk = deskOf(live)
  const action = actionOf(id)
  if (!desk || !isUsable(desk, id, target, choice)) return false
  action.run(desk, target ?? meantIn(desk, action, desk.page.selection), choice)
  // A learner who does something wants to see what comes of it.
  if (desk.page.lesson && action.group === 'faults' && !desk.transport.playing) live.do({ do: 'play' })
  return true
}

/** What a key press means now: the action was carried out and the press is used up. */
export function press(live: Live, event: KeyboardEvent): boolean {
  const pressed = chord(event)
  if (pressed === '' || event.defaultPrevented || event.isComposing) return false
  // Escape and Tab-reachable buttons always work; the letters can be switched off.
  if (!page.get().shortcuts && pressed !== 'Esc') return false
  if (belongsToFocus(event.target, pressed)) return false
  // Two pages may each have a use for the same key.
  const known = () => allActions().filter(({ keys }) => keys.includes(pressed))
  const use = () => known().some(({ id }) => perform(live, id))
  // A press before all is here is not lost.
  if (known().length === 0) fetchDone()?.then(use, () => {})
  return use()
}
