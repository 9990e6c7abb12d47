/**
 * The two uses of an expression. A query is asked at one instant, as by the gate of a lesson or by a search that
 * watches a run. A measure is asked about a whole run and is one number: yes is 1, no is 0, null is "never", and
 * undefined says that the run is not one of those that the measure is about (`... if scenario = "near"`).
 */
import { Compiler } from './compile.ts'
import { type Fold, foldFacts, foldLooks, type Look, timesOf } from './folds.ts'
import { Mistake, orMistake } from './mistake.ts'
import type { Cast, Sight, Story } from './story.ts'
import { parse } from './syntax.ts'
import type { Now, Term } from './term.ts'
import { numberOf, type Value } from './value.ts'

export interface Query {
  readonly text: string
  at(sight: Sight): Value
}

export interface Measure {
  readonly text: string
  readonly term: Term
  readonly condition: Term | null
  readonly folds: readonly Fold[]
}

export const parseQuery = (text: string, cast: Cast): { query: Query } | { problem: string } =>
  orMistake(() => {
    const { node, condition } = parse(text)
    if (condition !== null) throw new Mistake(condition.column, '"if" chooses among runs, and here is only one instant')
    const compiler = new Compiler(cast, false)
    const term = compiler.term(node)
    const folds = inOrder(compiler.folds)
    const at = (sight: Sight): Value => {
      const slots: Value[] = []
      const now: Now = { sight, timeUs: sight.frame.time, facts: sight.facts, slots }
      for (const fold of folds) if (fold.over !== 'instants') slots[fold.slot] = foldFacts(fold, now)
      return term.value(now)
    }
    return { query: { text, at } }
  })

export const parseMeasure = (text: string, cast: Cast): { measure: Measure } | { problem: string } =>
  orMistake(() => {
    const { node, condition } = parse(text)
    const compiler = new Compiler(cast, true)
    const term = compiler.term(node)
    if (term.type === 'text')
      throw new Mistake(node.column, 'a measure is a number, and this is a text; compare it with something')
    const only = condition === null ? null : compiler.term(condition)
    return { measure: { text, term, condition: only, folds: inOrder(compiler.folds) } }
  })

const inOrder = (folds: readonly Fold[]): Fold[] => [...folds].sort((a, b) => a.depth - b.depth || a.slot - b.slot)

/** What measures come to in a run. All of them look at it together, once for each depth of folds within folds. */
export function measure(measures: readonly Measure[], story: Story): (number | null | undefined)[] {
  const { endUs, facts } = story
  const known: Value[][] = measures.map(() => [])
  const nowOf = (at: number): Now => ({ sight: null, timeUs: endUs, facts, slots: known[at]! })
  const deepest = Math.max(0, ...measures.flatMap(({ folds }) => folds.map(({ depth }) => depth)))
  for (let depth = 1; depth <= deepest; depth++) {
    const jobs: Job[] = []
    measures.forEach(({ folds }, at) => {
      for (const fold of folds) {
        if (fold.depth !== depth) continue
        if (fold.over === 'instants') jobs.push(new Job(fold, nowOf(at), known[at]!))
        else known[at]![fold.slot] = foldFacts(fold, nowOf(at))
      }
    })
    look(story, jobs)
    for (const job of jobs) job.finish()
  }
  return atTheEnd(measures, story, nowOf)
}

/** What is left is worked out at the last instant. */
function atTheEnd(
  measures: readonly Measure[],
  story: Story,
  nowOf: (at: number) => Now,
): (number | null | undefined)[] {
  const worth = (sight: Sight | null) =>
    measures.map(({ term, condition }, at) => {
      const now = { ...nowOf(at), sight }
      return condition !== null && condition.value(now) !== true ? undefined : numberOf(term.value(now))
    })
  const looks = measures.some(({ term, condition }) => term.onFrame || condition?.onFrame)
  if (!looks) return worth(null)
  let found: (number | null | undefined)[] = []
  story.visit([story.endUs], (_, sight) => {
    found = worth(sight)
  })
  return found
}

/** A fold over instants on its way through a run. */
class Job {
  readonly times: readonly number[]
  private readonly looks: Look[] = []
  private next = 0
  private settled = false
  private readonly fold: Fold & { over: 'instants' }
  private readonly now: Now
  private readonly slots: Value[]
  constructor(fold: Fold & { over: 'instants' }, now: Now, slots: Value[]) {
    this.fold = fold
    this.now = now
    this.slots = slots
    this.times = timesOf(fold, now)
  }

  see(t: number, sight: Sight): void {
    if (this.times[this.next] !== t) return
    this.next++
    if (this.settled) return
    const now = { ...this.now, sight, timeUs: t }
    const counts = this.fold.where === null || this.fold.where.value(now) === true
    const value = counts ? this.fold.of.value(now) : null
    this.looks.push({ t, value, counts })
    // Nothing that comes later changes when it first was so.
    if (this.fold.name === 'first') this.settled = this.fold.of.type === 'truth' ? value === true : value !== null
  }

  finish(): void {
    this.slots[this.fold.slot] = foldLooks(this.fold, this.looks)
  }
}

function look(story: Story, jobs: readonly Job[]): void {
  const times = [...new Set(jobs.flatMap(({ times }) => times))].sort((a, b) => a - b)
  if (times.length === 0) return
  story.visit(times, (t, sight) => {
    for (const job of jobs) job.see(t, sight)
  })
}
