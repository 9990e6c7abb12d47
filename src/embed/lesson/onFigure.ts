/**
 * A walkthrough on a figure. The guide plays it with the figure's run; the card tells it; the stage shows what the step
 * looks at. Until somebody touches the figure nothing in it moves, and while a prediction waits nobody, reader or host,
 * sees what comes.
 */
import {
  createGuide,
  type Deck,
  type Happening,
  outOfFocus,
  type Playing,
  plainly,
  saidOf,
  worldOf,
} from '../../lessons/index.ts'
import { figureWords, inTerms, learning, lessonFigure } from '../../words/index.ts'
import type { Figure, Lesson } from '../figure.ts'
import type { LessonAsked } from './asked.ts'
import { cardOf } from './card.ts'
import { dress } from './dress.ts'
import { able, make } from './elements.ts'
import { pressed } from './keys.ts'
import type { Card } from './news.ts'

/** Wall milliseconds between two looks while it plays. */
const APART_MS = 100
/** What a figure may do while a prediction waits. */
const QUIET = ['pause', 'speed', 'auto-pace']
const asks = ({ phase }: Playing) => phase === 'ask' || phase === 'weigh' || phase === 'enter'

export interface Manner {
  readonly lock: Card['lock']
  /** Nothing plays by itself, or at all: what takes time is there at once. */
  readonly atOnce: boolean
  /** Has somebody touched it already? */
  readonly touched: boolean
}

export function begin(
  figure: Figure,
  { lesson, range, place }: LessonAsked,
  { lock, atOnce, ...manner }: Manner,
): void {
  dress()
  const { lab, main, look, bar, keys, voice, told } = figure
  const over = new AbortController()
  const { signal } = over
  const run = lab.do
  const rows = look.without
  let { touched } = manner
  let before: Playing | null = null
  const touch = () => {
    touched = true
  }
  for (const gesture of ['pointerdown', 'keydown']) addEventListener(gesture, touch, { capture: true, signal })

  const send = (type: string, message: object) =>
    main.dispatchEvent(new CustomEvent('lesson', { detail: { type, message } }))
  const tell = (happening: Happening) => {
    touched = true
    guide.happen(happening)
  }
  const deck: Deck = {
    do(command) {
      if (command.do !== 'play-until') return run(command)
      run(atOnce && touched ? { ...command, atOnce } : command)
      if (!touched) run({ do: 'pause' })
    },
    ask: lab.ask as Deck['ask'],
  }
  const world = make('p', { class: 'world' })
  told.after(world)
  const card = cardOf(range, {
    ...{ lab, lock, tell },
    act(command) {
      touched = true
      lab.do(command)
      // Who does something wants to see what comes of it.
      if (!atOnce) lab.do({ do: 'play' })
    },
    turn(there) {
      look.there = there
      world.textContent = there ? otherName(guide.state) : lessonFigure.happens
      figure.redraw()
    },
  })
  told.parentElement!.append(card.element)

  const hear = (playing: Playing) => {
    const { at, phase } = playing
    const step = playing.lesson.steps[at]!
    if (phase === 'enter' || at < playing.goingTo) return
    const isNew = before?.at !== at
    const turned = isNew || before?.phase !== phase || before.failed !== playing.failed
    place.at = at
    card.show(playing)
    if (turned) {
      arrange(playing)
      report(playing, before, send, isNew)
      const said = isNew ? `${learning.step(at + 1, lesson.steps.length)}. ${step.title}. ${step.say}` : saidOf(playing)
      if (said !== '' && before !== null) voice.say(plainly(said))
    }
    if (isNew) keepStep(at)
    before = playing
  }

  /** The stage, the line under it, and the bar, as the phase wants them. */
  const arrange = (playing: Playing) => {
    const { phase } = playing
    const step = playing.lesson.steps[playing.at]!
    const looks = asks(playing) || phase === 'do' || phase === 'open'
    look.dim = lab.latest ? outOfFocus(lab.latest.frame, looks ? (step.focus ?? []) : []) : []
    look.without = asks(playing) ? [...rows, 'at-risk'] : rows
    look.there = false
    const other = phase === 'world' || phase === 'beside' ? worldOf(playing) : null
    const title = asks(playing) ? inTerms(lesson.title) : phase === 'beside' ? lessonFigure.happens : ''
    world.textContent = other && phase === 'world' ? learning.worldNamed(inTerms(other.name)) : title
    // What was told of the run would give the answer away, and is not about that world; it keeps its room.
    told.style.visibility = world.textContent === '' ? '' : 'hidden'
    for (const word of [figureWords.play, figureWords.pause, figureWords.step, figureWords.stepBack])
      for (const one of bar.element.querySelectorAll(`[aria-label="${word}"]`)) able(one, !asks(playing))
    figure.redraw()
  }

  const guide = createGuide(deck, lesson, hear, (sentence) => bar.say(sentence))
  let due = 0
  const stop = lab.onUpdate(({ transport }) => {
    if (!transport.playing) guide.look()
    else if (due === 0)
      due = window.setTimeout(() => {
        due = 0
        guide.look()
      }, APART_MS)
  })
  // Whatever is pressed in the figure, and whatever its host commands, comes by here.
  lab.do = (command) => {
    const first = !touched
    if (command.do === 'play') touched = true
    if (command.do === 'load') hold.end()
    if (command.do === 'reset') tell({ is: 'again' })
    else if (asks(guide.state) && !QUIET.includes(command.do) && command.do !== 'load') bar.say(learning.answerFirst)
    // Who starts the figure starts what is under way in it; what waits for the reader goes on waiting.
    else if (command.do !== 'play' || !first || guide.state.moves.length > 0) run(command)
  }
  const reset = bar.element.querySelector(`[aria-label="${figureWords.reset}"]`)
  reset?.setAttribute('aria-label', learning.again)
  reset?.setAttribute('title', learning.again)
  const others = keys.before
  keys.before = (event) => others(event) || pressed(event, guide.state, card, tell)

  const hold: Lesson = {
    now: () => ({ step: lesson.steps[place.at]!.id, index: place.at + 1, of: lesson.steps.length }),
    waits: () => (asks(guide.state) ? learning.answerFirst : ''),
    open(id, step) {
      if (id !== lesson.id) return 'another'
      if (step - 1 < range.from || step - 1 > range.to) return 'outside'
      tell({ is: 'open', step: step - 1 })
      return 'there'
    },
    end() {
      over.abort()
      stop()
      clearTimeout(due)
      guide.close()
      card.stop()
      world.remove()
      lab.do = run
      keys.before = others
      Object.assign(look, { dim: [], without: rows, there: false })
      told.style.visibility = ''
      delete figure.lesson
    },
  }
  figure.lesson = hold
  guide.happen({ is: 'open', step: range.at })
}

const otherName = (playing: Playing): string => inTerms(worldOf(playing)?.name ?? '')

/** What a host hears: where the reader is, what was answered, and whether a gate was opened by the reader's own hand. */
function report(
  { lesson, at, phase, answers, correct }: Playing,
  before: Playing | null,
  send: (type: string, message: object) => void,
  isNew: boolean,
): void {
  const { id, gate } = lesson.steps[at]!
  if (isNew) send('step', { step: id, index: at + 1, of: lesson.steps.length })
  else if (before?.phase === 'weigh' && answers[id] !== undefined)
    send('predict', { step: id, choice: answers[id], correct: answers[id] === correct[id] })
  else if (phase === 'open' && gate.is === 'state') send('check', { step: id, pass: before?.phase === 'do' })
}

/** The address keeps up, so that a page that is reloaded shows the same step. Nothing is added to the history. */
function keepStep(at: number): void {
  const { href } = location
  if (!/[#?&]walkthrough=/.test(href)) return
  const step = /([#?&]step=)\d+/
  const next = step.test(href)
    ? href.replace(step, `$1${at + 1}`)
    : `${href}${href.includes('#') ? '&' : '#'}step=${at + 1}`
  if (next !== href) history.replaceState(null, '', next)
}
