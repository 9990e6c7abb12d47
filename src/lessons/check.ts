/**
 * What must be true of a walkthrough before it is played: lengths, references, expressions. Played it is elsewhere; a page
 * trusts what passed here.
 */
import { parseQuery } from '../query/index.ts'
import { ACTIONS, monitorsOf, parseRun, type Run } from '../run/index.ts'
import { type Needs, readNeeds } from '../scenarios/index.ts'
import { firstSentences, WORDS_FOR_ROOM } from './forRoom.ts'
import { patched } from './patch.ts'
import type { Allowed, Move, Prediction, Step, Walkthrough } from './walkthrough.ts'

const FEWEST_STEPS = 6
const MOST_STEPS = 11
const MOST = {
  title: 50,
  option: 14,
  world: 40,
  words: { say: 60, present: WORDS_FOR_ROOM, reason: 8, because: 40 },
}

/** Sentences, each with its place; none: all is well. `kinds`: every kind of fact that the engine tells. */
export function problemsOf(lesson: Walkthrough, kinds: readonly string[]): string[] {
  const { id, title, steps } = lesson
  const found: string[] = []
  const say = (ok: boolean, place: string, what: string) => {
    if (!ok) found.push(`${id}: ${place} ${what}`)
  }
  const check: Check = { say, parses: parserOf(lesson, kinds, say), lesson }
  say(/^[a-z][a-z0-9-]{0,59}$/.test(id), 'id', 'has other signs than small letters, digits and dashes')
  say(title.length <= MOST.title, 'title', `has ${title.length} characters, at most ${MOST.title}`)
  say(steps.length >= FEWEST_STEPS && steps.length <= MOST_STEPS, 'steps', `are ${steps.length}, not 6 to 11`)
  say(
    steps.some(({ predict }) => predict),
    'steps',
    'ask for no prediction',
  )
  say(new Set(steps.map((step) => step.id)).size === steps.length, 'steps', 'have an id twice')
  say(steps[0]?.enter !== 'here', 'the first step', 'must begin at a moment of its own')
  say((lesson.number === null) === (lesson.date !== undefined), 'date', 'stands with public incidents, and only there')
  say(lesson.run.interventions.length === 0, 'run', 'has interventions: they belong to steps')
  const shout = textsOf(lesson).find((text) => text.includes('!'))
  say(shout === undefined, 'a text', `has an exclamation mark: ${shout}`)
  for (const step of steps) checkStep(step, check)
  return found
}

interface Check {
  say(ok: boolean, place: string, what: string): void
  parses(place: string, expression: string): void
  lesson: Walkthrough
}

function checkStep(step: Step, check: Check): void {
  const { id, title, say: text, sayPresent, enter, allow = [], predict, gate, told = [] } = step
  const { say, parses, lesson } = check
  const place = `step ${id}`
  say(title.length <= MOST.title, `${place}, title`, `has ${title.length} characters, at most ${MOST.title}`)
  checkWords(`${place}, say`, text, MOST.words.say, check)
  const short = sayPresent ?? firstSentences(text, 0)
  checkWords(`${place}, sayPresent (or the first sentence)`, short, MOST.words.present, check)
  if (enter !== 'here') checkRun(`${place}, enter`, patched(lesson.run, enter), check)
  for (const { text, needs } of step.choose ?? []) checkNeeds(`${place}, choose, ${text}`, needs, check)
  for (const one of allow) checkAllowed(`${place}, allow`, one, check)
  const run = enter === 'here' ? lesson.run : patched(lesson.run, enter)
  if (predict) checkPrediction(place, predict, run, check)
  const pair = step.vectors === undefined || step.vectors === 'all' ? [] : step.vectors
  for (const entry of pair) parses(`${place}, vectors`, `vector("${entry}", ${entry.split(':')[0]}) != null`)
  told.forEach(({ when }, i) => {
    if (when !== undefined) parses(`${place}, told ${i + 1}`, when)
    say(
      (when === undefined) === (i === told.length - 1),
      `${place}, told ${i + 1}`,
      'must have a condition unless last',
    )
  })
  if (gate.is === 'time') parses(`${place}, gate`, gate.until)
  if (gate.is !== 'state') return
  parses(`${place}, gate`, gate.when)
  if (gate.over !== undefined) parses(`${place}, gate, over`, gate.over)
  say(gate.others.length > 0, `${place}, gate`, 'has no other way to open it')
  for (const moves of [gate.solve, ...gate.others]) checkMoves(`${place}, gate`, moves, check)
}

/** `run`: what the step begins with; worlds differ from that. */
function checkPrediction(place: string, { ask, options, reveal }: Prediction, run: Run, check: Check): void {
  const { say, parses } = check
  say(ask.endsWith('?'), `${place}, ask`, 'is no question')
  say(options.length >= 2 && options.length <= 4, `${place}, options`, `are ${options.length}, not 2 to 4`)
  checkMoves(`${place}, reveal`, reveal, check)
  options.forEach(({ id, text, reason, when, because, world }, i) => {
    const here = `${place}, option ${id}`
    say(id === 'abcd'[i], here, `is the one with number ${i + 1}`)
    say(text.length <= MOST.option, here, `has ${text.length} characters, at most ${MOST.option}`)
    checkWords(`${here}, reason`, reason, MOST.words.reason, check)
    checkWords(`${here}, because`, because, MOST.words.because, check)
    parses(here, when)
    if (world === undefined) return
    say(world.name.length <= MOST.world, `${here}, world`, `has a name of ${world.name.length} characters, at most 40`)
    checkRun(`${here}, world`, patched(run, world), check)
    checkMoves(`${here}, world`, world.reveal ?? [], check)
  })
}

/** What an address can say of them. */
function checkNeeds(place: string, needs: Partial<Needs>, { say }: Check): void {
  const read = readNeeds((name) => (needs[name] === undefined ? null : `${needs[name]}`))
  for (const [name, value] of Object.entries(needs))
    say(read[name as keyof Needs] === value, place, `needs ${name} ${value}, which cannot be chosen`)
}

function checkMoves(place: string, moves: readonly Move[], { parses }: Check): void {
  for (const move of moves) if ('until' in move) parses(place, move.until)
}

function checkAllowed(place: string, one: Allowed, { say, lesson }: Check): void {
  if ('action' in one) say(one.action in ACTIONS, place, `names no action: ${one.action}`)
  else say(isThere(lesson.run.scenario, one.set.split('.')), place, `names no setting: ${one.set}`)
}

/** Links need not be written down to have settings. */
function isThere(whole: unknown, [first, ...rest]: readonly string[]): boolean {
  if (first === undefined) return true
  if (Array.isArray(whole)) {
    const one = whole.find((each: { id?: string }) => each.id === first)
    return first.includes('~') || (one !== undefined && rest.length === 1)
  }
  return typeof whole === 'object' && whole !== null && first in whole && isThere(Reflect.get(whole, first), rest)
}

function checkRun(place: string, run: unknown, { say }: Check): void {
  const parsed = parseRun(run)
  say(!('problem' in parsed), place, 'problem' in parsed ? `cannot be played: ${parsed.problem}` : '')
}

function checkWords(place: string, text: string, most: number, { say }: Check): void {
  const count = text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length
  say(count <= most, place, `has ${count} words, at most ${most}`)
}

/** Whoever is added on the way may be named, too. */
function parserOf({ run, steps }: Walkthrough, kinds: readonly string[], say: Check['say']): Check['parses'] {
  const { scenario } = run
  const added = JSON.stringify(steps).matchAll(/"do":"add-slave","node":"([a-z0-9-]+)"/g)
  const cast = {
    nodes: [...scenario.nodes.map(({ id }) => id), ...[...added].map(([, id]) => id!)],
    clients: scenario.clients.map(({ id }) => id),
    monitors: monitorsOf(scenario),
    kinds,
  }
  return (place, expression) => {
    const parsed = parseQuery(expression, cast)
    say(!('problem' in parsed), place, 'problem' in parsed ? `asks ${expression} - ${parsed.problem}` : '')
  }
}

/** Everything that is read of it, as it was written. */
export function textsOf({ title, goal, belief, steps }: Walkthrough): string[] {
  return [title, goal, belief, ...steps.flatMap(textsOfStep)].filter((text) => text !== undefined)
}

function textsOfStep(step: Step): (string | undefined)[] {
  const { title, say, sayPresent, predict, gate, told = [], remember, model, teacher, choose = [] } = step
  const options = predict?.options.flatMap(({ text, reason, because, world }) => [text, reason, because, world?.name])
  const hint = gate.is === 'state' ? gate.hint : undefined
  return [
    ...[title, say, sayPresent, predict?.ask, predict?.then, ...(options ?? []), hint],
    ...[...told, ...choose].map(({ text }) => text),
    ...[remember, model?.text, teacher],
  ]
}
