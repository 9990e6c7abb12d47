/**
 * Room for everything that one step may come to show, so that its figure grows or shrinks between steps only: an article
 * does not move while somebody reads it.
 */
import type { OptionId, Playing } from '../../lessons/index.ts'
import { make } from './elements.ts'
import { type Card, pieceFor } from './news.ts'

/** In pixels: the highest of all phases of the step that is shown, at the width of `beside`. */
export function roomFor(playing: Playing, card: Card, beside: HTMLElement): number {
  const box = make('div', { class: 'news measured', 'aria-hidden': 'true', inert: true })
  beside.append(box)
  const heights = possible(playing).map((one) => {
    const piece = pieceFor(one, card, true)
    piece.update?.(one)
    box.replaceChildren(...piece.nodes)
    piece.stop?.()
    return box.getBoundingClientRect().height
  })
  box.remove()
  return Math.ceil(Math.max(0, ...heights))
}

/** Every phase, with every answer that may have led there, and with the longest of what may be told. */
function possible(playing: Playing): Playing[] {
  const { id, predict, told = [] } = playing.lesson.steps[playing.at]!
  const longest = told.reduce((most, { text }) => (text.length > most.length ? text : most), '')
  const phases = (one: Playing): Playing[] => [
    { ...one, phase: 'do', failed: true },
    { ...one, phase: 'open', told: longest === '' ? null : longest },
  ]
  const answers = predict?.options.flatMap((answer) => {
    const right = predict.options.find((other) => other !== answer)?.id as OptionId
    const wrong = { ...playing, answers: { [id]: answer.id }, correct: { [id]: right } }
    return [{ ...wrong, phase: 'world' as const }, { ...wrong, phase: 'beside' as const }, ...phases(wrong)]
  })
  return [...(predict ? [{ ...playing, phase: 'ask' as const }] : []), ...(answers ?? []), ...phases(playing)]
}
