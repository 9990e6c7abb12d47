/** What a step asks, shows and waits for: one piece for each phase. */
import { type Playing, worldOf } from '../../lessons/index.ts'
import { branching, inTerms, learning, lessonFigure } from '../../words/index.ts'
import { choices } from './choices.ts'
import { button, make, prose } from './elements.ts'
import { type Hand, moves } from './moves.ts'
import type { Piece, Tell } from './piece.ts'
import { answerIn, asking } from './prediction.ts'

export interface Card extends Hand {
  readonly tell: Tell
  /** Shows the other one of two worlds that go on beside each other. */
  turn(there: boolean): void
}

const acts = (...buttons: HTMLElement[]) => make('div', { class: 'acts' }, ...buttons)
const quiet = (text: string) => make('p', { class: 'watching' }, text)

/** `measured`: only to see how high it is, with everything open. */
export function pieceFor(playing: Playing, card: Card, measured = false): Piece {
  const { lesson, at, phase, told } = playing
  const { predict, gate, remember, model, choose } = lesson.steps[at]!
  const { tell, lock } = card
  if (predict && phase === 'ask')
    return asking(predict, lock === 'predict' || lock === 'all', tell, measured ? 'measured' : 'prediction')
  const answer = answerIn(playing)
  const before = answer ? [answer] : []
  const move = phase === 'do' ? moves(lesson.steps[at]!, card, tell, measured) : null
  switch (phase) {
    case 'world':
    case 'beside':
      return { nodes: [...before, phase === 'world' ? inWorld(tell) : beside(playing, card)] }
    case 'show':
      return { nodes: [...before, quiet(learning.showing)] }
    case 'do': {
      const waits = gate.is === 'time' ? [quiet(learning.watch)] : []
      return { ...move, nodes: [...before, ...waits, ...(move?.nodes ?? [])] }
    }
    case 'open': {
      const nodes: Node[] = before
      if (choose) nodes.push(choices(choose))
      if (told !== null) nodes.push(prose(told, 'outcome'))
      if (remember !== undefined)
        nodes.push(make('section', { class: 'remember', 'aria-label': learning.remember }, prose(remember, '')))
      if (model !== undefined) nodes.push(aside(learning.model, prose(model.text, ''), origin(model.source)))
      if (at === lesson.steps.length - 1 && lesson.sources.length > 0)
        nodes.push(aside(learning.sources, ...lesson.sources.map(origin)))
      return { nodes }
    }
    default:
      return { nodes: before }
  }
}

const inWorld = (tell: Tell) =>
  make(
    'section',
    { 'data-world': 'world' },
    quiet(learning.worldHint),
    acts(button(learning.beside, { class: 'btn solid', 'data-compare': true }, () => tell({ is: 'compare' }))),
  )

/** Both go on with one clock; there is room to see one of them. */
function beside(playing: Playing, { tell, turn }: Card): HTMLElement {
  const names = [lessonFigure.happens, inTerms(worldOf(playing)?.name ?? '')]
  const sides = names.map((name, i) =>
    button(name, { class: 'btn', 'data-side': i === 0 ? 'here' : 'there', 'aria-pressed': `${i === 0}` }, () => {
      for (const one of sides) one.setAttribute('aria-pressed', `${one === sides[i]}`)
      turn(i === 1)
    }),
  )
  return make(
    'section',
    { 'data-world': 'beside' },
    make('div', { class: 'acts', role: 'group', 'aria-label': branching.whichBranch }, ...sides),
    acts(button(learning.onWith, { class: 'btn solid', 'data-compare': true }, () => tell({ is: 'compare' }))),
  )
}

/** Read by whoever wants to: it stays closed. */
const aside = (title: string, ...nodes: Node[]) => make('details', {}, make('summary', {}, title), ...nodes)

/** The address stands there to be copied: nothing in a figure leads out of it. */
const origin = ({ name, place, url }: { name: string; place: string; url?: string }) =>
  make('p', { class: 'origin' }, [`${inTerms(name)}, ${inTerms(place)}`, url ?? ''].join(' ').trim())
