/**
 * The player of a walkthrough, as a pure function: from a state and what has happened to the next state and what the
 * playback is asked to do. It has no clock and sees the run only through looks; so a page, a projector and the command line
 * play the same lesson, and come to the same digests.
 *
 * A step is entered (`enter`), asks its question if it has one (`ask`, `weigh`), shows what happens (`reveal`; after a wrong
 * answer first `world` and `beside`), and waits at its gate (`do`, or `show`) until that is `open`.
 */
import { us } from '../run/index.ts'
import { lessonFigure } from '../words/index.ts'
import { anotherTry } from './anotherTry.ts'
import { commandOf, isPlayed, movesIn, solutionOf } from './moves.ts'
import { patched } from './patch.ts'
import type { Command, Happening, Moment, Outcome, Playing, Seen } from './playing.ts'
import type { Move, Option, Step, Walkthrough } from './walkthrough.ts'

/** Before anything has happened; `answers` are those of an earlier visit. */
export const begin = (lesson: Walkthrough, answers: Playing['answers'] = {}): Playing => ({
  lesson,
  at: 0,
  phase: 'enter',
  chosen: null,
  answers,
  correct: {},
  entered: lesson.steps.map(() => null),
  moves: [],
  hurried: false,
  told: null,
  tolds: {},
  truth: null,
  wrong: null,
  failed: false,
  now: null,
  goingTo: 0,
  turn: 0,
})

/** The step that is shown. */
export const stepOf = ({ lesson, at }: Playing): Step => lesson.steps[at]!

/** What a look has to answer: whether the gate's condition holds, then those of what is told, then whether a try is over. */
export function wishes(state: Playing): readonly string[] {
  const { gate, told = [] } = stepOf(state)
  const [when, over] = gate.is === 'state' ? [gate.when, gate.over] : ['true']
  return [when, ...told.map(({ when = 'true' }) => when), ...(over === undefined ? [] : [over])]
}

/** The option that was locked in, if another one is right. */
export function wrongOption(state: Playing): Option | null {
  const { id, predict } = stepOf(state)
  const [answer, right] = [state.answers[id], state.correct[id]]
  if (answer === undefined || right === undefined || answer === right) return null
  return predict?.options.find((option) => option.id === answer) ?? null
}

/** Does Next do anything now? Not while an answer, or an action of the learner, is waited for. */
export const mayGoOn = ({ phase, moves }: Playing): boolean =>
  phase === 'open' || phase === 'world' || phase === 'beside' || (phase !== 'enter' && moves.length > 0)

export function play(state: Playing, happening: Happening): Outcome {
  switch (happening.is) {
    case 'open':
      return goTo(state, happening.step ?? 0)
    case 'choose':
      return state.phase === 'ask' ? only({ ...state, chosen: happening.option }) : only(state)
    case 'lock':
      return lock(state)
    case 'next':
      return next(state)
    case 'back':
      return back(state)
    case 'show-me':
      return showMe(state)
    case 'again':
      return again(state)
    case 'look':
      return happening.turn === state.turn ? look(state, happening.seen) : only(state)
    case 'foreseen':
      return happening.turn === state.turn && state.phase === 'weigh' ? foreseen(state, happening) : only(state)
    case 'compare':
      if (state.phase === 'beside') return toTruth(state)
      return state.phase === 'world' ? beside(state) : only(state)
    case 'return':
      return comeBack(state, happening.moment)
  }
}

const only = (state: Playing): Outcome => ({ state, commands: [] })

/** With something asked for: whatever was asked before is no longer listened to. */
const asking = (state: Playing, ...commands: Command[]): Outcome => ({
  state: { ...state, turn: state.turn + 1 },
  commands,
})

// Going from step to step

/** To a step by itself: what leads there from the last fixed moment before it is done at once. */
function goTo(state: Playing, wanted: number): Outcome {
  const { steps } = state.lesson
  const goingTo = Math.min(Math.max(Math.floor(wanted) || 0, 0), steps.length - 1)
  let at = goingTo
  while (at > 0 && steps[at]!.enter === 'here') at--
  const entered = state.entered.map((moment, i) => (i < at ? moment : null))
  return enter({ ...state, entered, goingTo, hurried: at < goingTo }, at)
}

/** `known`: where it was entered before, when somebody goes back. */
function enter(state: Playing, at: number, known: Moment | null = null): Outcome {
  const { enter: from } = state.lesson.steps[at]!
  const fresh: Playing = {
    ...state,
    at,
    phase: 'enter',
    chosen: null,
    moves: [],
    told: null,
    truth: null,
    wrong: null,
    failed: false,
  }
  if (known !== null) return asking(fresh, load(known))
  if (from === 'here') return asking(fresh, { do: 'pause' })
  const { atMs, interventions = state.lesson.run.interventions } = from
  const run = patched(state.lesson.run, { ...from, interventions })
  return asking(fresh, load({ run, t: us(atMs) }))
}

const load = ({ run, t }: Moment): Command => ({ do: 'load', run, t })

function arrived(state: Playing, seen: Seen): Outcome {
  const moment: Moment = { run: seen.run, t: seen.t }
  const { id, predict, gate } = stepOf(state)
  const entered = state.entered.map((one, i) => (i === state.at ? moment : one))
  const here = { ...state, entered, now: moment }
  if (state.at < state.goingTo)
    return carry({ ...here, phase: 'show', moves: [...(predict?.reveal ?? []), ...solutionOf(gate)] })
  const whole = { ...here, hurried: false, chosen: state.answers[id] ?? null }
  // It was passed before.
  if (entered[state.at + 1]) return only({ ...whole, phase: 'open', told: state.tolds[id] ?? null })
  return predict === undefined ? toGate(whole, seen) : only({ ...whole, phase: 'ask' })
}

function leave(state: Playing): Outcome {
  const at = state.at + 1
  if (at === state.lesson.steps.length) return asking({ ...state, phase: 'done' }, { do: 'pause' })
  return enter(state, at, state.entered[at] ?? null)
}

function back(state: Playing): Outcome {
  if (state.phase === 'done') return enter(state, state.at, state.entered[state.at] ?? null)
  const at = state.at - 1
  if (at < 0) return only(state)
  const known = state.entered[at] ?? null
  return known === null ? goTo(state, at) : enter({ ...state, goingTo: 0 }, at, known)
}

function again(state: Playing): Outcome {
  const { id } = stepOf(state)
  const { [id]: _, ...answers } = state.answers
  const entered = state.entered.map((moment, i) => (i <= state.at ? moment : null))
  return enter({ ...state, answers, entered }, state.at, entered[state.at] ?? null)
}

/** On from the same moment; what was under way goes on. */
function comeBack(state: Playing, moment: Moment): Outcome {
  if (state.phase === 'enter') return enter(state, state.at, state.entered[state.at] ?? null)
  if (state.phase === 'weigh') return weigh(state, load(moment))
  if (state.phase === 'beside') return beside(state)
  return state.moves.length > 0 ? carry(state, load(moment)) : asking({ ...state, failed: false }, load(moment))
}

// What somebody presses

function next(state: Playing): Outcome {
  switch (state.phase) {
    case 'open':
      return leave(state)
    case 'beside':
      return toTruth(state)
    case 'world':
      return state.moves.length > 0 ? hurry(state) : beside(state)
    case 'reveal':
    case 'show':
    case 'do':
      return hurry(state)
    default:
      return only(state)
  }
}

/** What is under way is there at once. Where only the learner can open the gate, nothing is. */
const hurry = (state: Playing): Outcome =>
  state.moves.length === 0 ? only(state) : asking({ ...state, hurried: true }, { do: 'hurry' })

function lock(state: Playing): Outcome {
  const { phase, chosen } = state
  if (phase !== 'ask' || chosen === null) return only(state)
  return weigh({ ...state, answers: { ...state.answers, [stepOf(state).id]: chosen } })
}

function showMe(state: Playing): Outcome {
  const { gate } = stepOf(state)
  if (state.phase === 'ask') return weigh({ ...state, chosen: null })
  if (state.phase !== 'do') return only(state)
  if (gate.is !== 'state') return hurry(state)
  const base = state.truth ?? state.entered[state.at]!
  return carry({ ...state, phase: 'show', hurried: false, moves: gate.solve, failed: false }, load(base))
}

// A prediction

/** What has to be asked to know which option is right: what the reveal comes to, from where the question is asked. */
export function foreseeing(state: Playing): Extract<Command, { do: 'foresee' }> {
  const { reveal, options } = stepOf(state).predict!
  const { run, t } = state.entered[state.at]!
  const moves = reveal.map((move) => commandOf(move))
  return { do: 'foresee', run, t, moves, whens: options.map(({ when }) => when) }
}

const weigh = (state: Playing, ...before: Command[]): Outcome =>
  asking({ ...state, phase: 'weigh' }, ...before, foreseeing(state))

function foreseen(state: Playing, { run, t, holds }: Extract<Happening, { is: 'foreseen' }>): Outcome {
  const { id, predict } = stepOf(state)
  const right = predict!.options.find((_, i) => holds[i])
  const { [id]: _, ...others } = state.correct
  const weighed: Playing = {
    ...state,
    truth: { run, t },
    correct: right === undefined ? others : { ...others, [id]: right.id },
  }
  const world = wrongOption(weighed)?.world
  if (world === undefined) return carry({ ...weighed, phase: 'reveal', hurried: false, moves: predict!.reveal })
  const entered = state.entered[state.at]!
  const moves = movesIn(world, predict!.reveal)
  const there = { run: patched(entered.run, world), t: entered.t }
  return carry({ ...weighed, phase: 'world', hurried: false, moves }, load(there))
}

/** Both from where the question was asked, as far as the longer one goes. */
function beside(state: Playing): Outcome {
  const { truth, wrong, entered, at } = state
  if (truth === null || wrong === null) return hurry(state)
  const { t } = entered[at]!
  const most: Move = { playMs: (Math.max(truth.t, wrong.t) - t) / 1000 }
  const name = wrongOption(state)?.world?.name ?? wrong.run.scenario.title
  return carry({ ...state, phase: 'beside', hurried: false, moves: [most] }, load({ run: truth.run, t }), {
    do: 'beside',
    run: wrong.run,
    name,
    here: { name: lessonFigure.happens },
  })
}

const toTruth = (state: Playing): Outcome => asking({ ...state, phase: 'reveal', moves: [] }, load(state.truth!))

// Moves and gates

/** Carries out all moves up to the first one that takes time: that one is then under way. */
function carry(state: Playing, ...before: Command[]): Outcome {
  const { moves, hurried } = state
  const first = moves.findIndex(isPlayed)
  const now = first < 0 ? moves : moves.slice(0, first + 1)
  return asking(
    { ...state, moves: first < 0 ? [] : moves.slice(first) },
    ...before,
    ...now.map((move) => commandOf(move, hurried)),
  )
}

function look(state: Playing, seen: Seen): Outcome {
  if (state.phase === 'enter') return arrived(state, seen)
  const here: Playing = { ...state, now: { run: seen.run, t: seen.t } }
  if (state.failed) {
    const entered = state.entered[state.at]!
    const acts = anotherTry(entered.run, state.now!.run, seen.run)
    if (acts.length > 0)
      return asking({ ...state, failed: false, now: entered }, load(entered), ...acts.map((act) => commandOf({ act })))
  }
  if (state.moves.length > 0) {
    const isThere = seen.until?.stoppedAt !== null && seen.until !== null
    if (!isThere) return only(here)
    const rest = { ...here, moves: here.moves.slice(1) }
    return rest.moves.length > 0 ? carry(rest) : finished(rest, seen)
  }
  return finished(here, seen)
}

/** Nothing is left to carry out. */
function finished(state: Playing, seen: Seen): Outcome {
  if (state.at < state.goingTo) return leave(state)
  switch (state.phase) {
    case 'world':
      return only({ ...state, wrong: state.wrong ?? state.now })
    case 'do':
      return stepOf(state).gate.is === 'state' ? toGate(state, seen) : open(state, seen)
    case 'show':
      return toGate(state, seen)
    case 'reveal':
      return toGate({ ...state, truth: state.truth ?? state.now }, seen)
    default:
      return only(state)
  }
}

function toGate(state: Playing, seen: Seen): Outcome {
  const { gate } = stepOf(state)
  if (gate.is === 'read' || (gate.is === 'state' && seen.holds[0])) return open(state, seen)
  if (gate.is === 'state') return tried({ ...state, phase: 'do', moves: [] }, seen)
  return carry({ ...state, phase: 'do', hurried: false, moves: solutionOf(gate) })
}

/** With the gate closed: there is nothing more to see once a try is over. */
function tried(state: Playing, { holds }: Seen): Outcome {
  const { told = [] } = stepOf(state)
  const failed = holds[1 + told.length] === true
  return failed && !state.failed ? asking({ ...state, failed }, { do: 'pause' }) : only({ ...state, failed })
}

function open(state: Playing, seen: Seen): Outcome {
  const { id, told } = stepOf(state)
  const text = told?.find((_, i) => seen.holds[i + 1])?.text ?? null
  const tolds = text === null ? state.tolds : { ...state.tolds, [id]: text }
  return asking({ ...state, phase: 'open', hurried: false, failed: false, told: text, tolds }, { do: 'pause' })
}
