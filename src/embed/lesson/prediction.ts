/** A question before anything happens, and what came of the answer. */
import { type OptionId, type Playing, type Prediction, verdictOf } from '../../lessons/index.ts'
import { inTerms, learning, lessonFigure } from '../../words/index.ts'
import { button, make, prose } from './elements.ts'
import type { Piece, Tell } from './piece.ts'

const key = (id: string) => make('span', { class: 'key' }, id.toUpperCase())
const rest = ({ text, reason }: { text: string; reason: string }) => [
  make('b', {}, inTerms(text)),
  make('span', { class: 'reason' }, inTerms(reason)),
]

/** `locked`: nobody is asked here; the question stands there, and one may have it shown. */
export function asking({ ask, options, then }: Prediction, locked: boolean, tell: Tell, name: string): Piece {
  const showMe = button(learning.showMe, { class: 'btn', 'data-show-me': true }, () => tell({ is: 'show-me' }))
  if (locked) {
    const list = make(
      'ul',
      { class: 'ask' },
      ...options.map((one) => make('li', { class: 'option' }, key(one.id), ...rest(one))),
    )
    return { nodes: [make('h3', {}, inTerms(ask)), list, make('div', { class: 'acts' }, showMe)] }
  }
  // No form: the sandbox of a careful host forbids to submit one.
  const lock = button('', { class: 'btn solid', 'data-lock': true }, () => tell({ is: 'lock' }))
  const rows = options.map((option) => {
    const radio = make('input', { type: 'radio', name, value: option.id })
    radio.addEventListener('change', () => tell({ is: 'choose', option: option.id }))
    const row = make('label', { class: 'option', 'data-option': option.id }, radio, key(option.id), ...rest(option))
    return { id: option.id, radio, row }
  })
  const fieldset = make('fieldset', { class: 'ask' }, make('legend', {}, inTerms(ask)), ...rows.map(({ row }) => row))
  return {
    nodes: [fieldset, make('div', { class: 'acts' }, lock, showMe)],
    update({ chosen }) {
      for (const { id, radio, row } of rows) {
        radio.checked = id === chosen
        row.classList.toggle('chosen', id === chosen)
      }
      lock.disabled = chosen === null
      const then_ = inTerms(then)
      lock.textContent = chosen === null ? learning.lockNothing(then_) : learning.lock(chosen.toUpperCase(), then_)
    },
  }
}

/** Once one is locked in: which was chosen, which is true (undefined: not known yet), and why. */
function answered(asked: Prediction, answer: OptionId, correct: OptionId | undefined): HTMLElement {
  const shown = asked.options.filter(({ id }) => correct === undefined || id === answer || id === correct)
  const rows = shown.map((option) => {
    const { id } = option
    const row = make('li', { class: id === correct ? 'option true' : id === answer ? 'option chosen' : 'option' })
    row.append(key(id), ...rest(option))
    const reason = row.lastElementChild!
    if (id === answer) reason.textContent = learning.you
    if (id === correct)
      reason.append(make('span', { class: 'tick', 'aria-label': lessonFigure.isRight, role: 'img' }, '✓'))
    return row
  })
  const section = make(
    'section',
    { 'data-answered': answer, 'data-correct': correct },
    make('h3', {}, inTerms(asked.ask)),
    make('ul', { class: 'ask' }, ...rows),
  )
  if (correct !== undefined) section.append(prose(verdictOf(asked, answer, correct), 'verdict'))
  return section
}

/** What the question of a step has come to, if it was answered. */
export function answerIn({ lesson, at, phase, answers, correct }: Playing): HTMLElement | null {
  const { id, predict } = lesson.steps[at]!
  const answer = answers[id]
  return predict && answer !== undefined
    ? answered(predict, answer, phase === 'reveal' ? undefined : correct[id])
    : null
}
