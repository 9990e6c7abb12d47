/** The card under the stage: how far one is, what the step says and asks, Back and Next. */
import { mayGoOn, noteOf, type Playing, type Step } from '../../lessons/index.ts'
import { inTerms, learning, lessonFigure } from '../../words/index.ts'
import { able, button, make, prose } from './elements.ts'
import { type Card, pieceFor } from './news.ts'
import type { Piece } from './piece.ts'
import type { Range } from './range.ts'
import { roomFor } from './reserve.ts'

export interface CardView {
  readonly element: HTMLElement
  show(playing: Playing): void
  /** May the reader go on, or back? Also for the keys. */
  may(playing: Playing, where: 'next' | 'back'): boolean
  stop(): void
}

export function cardOf(range: Range, hand: Card): CardView {
  const { tell } = hand
  const { from, to } = range
  const count = make('span', { class: 'count', role: 'img' })
  const heading = make('h2', { tabindex: '-1' })
  const say = make('div')
  const news = make('div', { class: 'news' })
  const note = make('span', { class: 'note' })
  const back = button(learning.back, { class: 'btn quiet', 'data-back': true }, () => tell({ is: 'back' }))
  const next = button(learning.next, { class: 'btn', 'data-next': true }, () => tell({ is: 'next' }))
  const foot = make('nav', { class: 'foot', 'aria-label': learning.card }, back, note, next)
  const element = make('section', { class: 'lesson' }, count, heading, say, news, foot)
  let piece: Piece = { nodes: [] }
  let shown: { at: number; phase: Playing['phase'] } | null = null
  let last: Playing | null = null
  let width = 0
  let forget = () => {}

  /** Some steps show what the run has been worth, or its vectors, in a piece of its own. */
  const measure = (step: Step) => {
    forget()
    forget = () => {}
    if (!step.vectors && !step.figures) return
    const box = make('div', { class: 'measure' })
    say.append(box)
    void import('./measured.ts').then(({ measured }) => {
      if (box.isConnected) forget = measured(box, step, hand.lab, () => last?.phase ?? 'enter')
    })
  }

  const may: CardView['may'] = ({ at, phase, ...rest }, where) =>
    where === 'back' ? at > from : !(phase === 'open' && at >= to) && mayGoOn({ at, phase, ...rest })
  const reserve = () => {
    if (last) news.style.minHeight = `${roomFor(last, hand, element)}px`
  }
  const size = new ResizeObserver(() => {
    if (element.clientWidth === width) return
    width = element.clientWidth
    reserve()
  })
  size.observe(element)

  /** Whoever came here by keyboard goes on from the first thing that may be done now. */
  const keepFocus = (had: boolean, isNew: boolean) => {
    if (!had || element.contains(document.activeElement)) return
    const first = news.querySelector<HTMLElement>('input, select, button:not([aria-disabled])')
    const to = isNew ? heading : (first ?? next)
    to.focus({ preventScroll: true })
  }

  const write = (playing: Playing) => {
    const { lesson, at, phase } = playing
    const step = lesson.steps[at]!
    const isNew = shown?.at !== at
    // What is about to go has the focus: Back and Next stay where they are, and keep it.
    const had = news.contains(document.activeElement)
    const onFoot = foot.contains(document.activeElement)
    element.dataset['step'] = `${at + 1}`
    element.dataset['phase'] = phase
    shown = { at, phase }
    if (isNew) {
      element.setAttribute('aria-label', inTerms(lesson.title))
      count.textContent = lessonFigure.count(at - from + 1, to - from + 1)
      count.setAttribute('aria-label', learning.step(at - from + 1, to - from + 1))
      heading.textContent = inTerms(step.title)
      say.replaceChildren(prose(step.say, 'say'))
      measure(step)
    }
    piece.stop?.()
    piece = pieceFor(playing, hand)
    news.replaceChildren(...piece.nodes)
    if (isNew) {
      width = element.clientWidth
      last = playing
      reserve()
    }
    keepFocus(had, isNew)
    if (isNew && onFoot) heading.focus({ preventScroll: true })
  }

  return {
    element,
    may,
    show(playing) {
      last = playing
      const { at, phase } = playing
      if (shown?.at !== at || shown.phase !== phase || phase === 'reveal') write(playing)
      piece.update?.(playing)
      const isLast = at >= to
      note.textContent = noteOf(playing, isLast)
      able(back, may(playing, 'back'))
      able(next, may(playing, 'next'))
      next.classList.toggle('solid', phase === 'open')
      next.style.visibility = phase === 'open' && isLast ? 'hidden' : ''
      element.dataset['learn'] = playing.lesson.id
    },
    stop() {
      size.disconnect()
      forget()
      piece.stop?.()
      element.remove()
    },
  }
}
