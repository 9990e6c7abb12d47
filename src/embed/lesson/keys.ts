/** A walkthrough's keys within the figure: letters answer, Enter locks in, N and Backspace go on and back. */
import type { OptionId, Playing } from '../../lessons/index.ts'
import type { CardView } from './card.ts'
import type { Tell } from './piece.ts'

/** True: the press is used up. Never in place of a control's own, and never of what somebody types. */
export function pressed(event: KeyboardEvent, playing: Playing, card: CardView, tell: Tell): boolean {
  const { target, key } = event
  const on = (what: string) => target instanceof Element && target.closest(what) !== null
  if (on('select, input[type=number], input[type=range]')) return false
  const { predict } = playing.lesson.steps[playing.at]!
  const asks = playing.phase === 'ask' && card.element.querySelector('[data-lock]') !== null
  const option = asks ? predict?.options.find(({ id }) => id === key.toLowerCase())?.id : undefined
  const happening = (): Parameters<Tell>[0] | null => {
    if (option !== undefined) return { is: 'choose', option: option as OptionId }
    if (key === 'Enter' && asks && playing.chosen !== null && !on('button, a, summary')) return { is: 'lock' }
    if (key.toLowerCase() === 'n' && card.may(playing, 'next')) return { is: 'next' }
    if (key === 'Backspace' && card.may(playing, 'back')) return { is: 'back' }
    return null
  }
  const does = happening()
  if (does === null) return false
  event.preventDefault()
  tell(does)
  return true
}
