/**
 * The packs of the engine that are there: those that were built in, and those fetched since. Whoever hosts a playback in
 * a page asks before each command whether something has to be fetched first; everywhere else all are there.
 */
import {
  atHand,
  createEngine,
  FETCH,
  type MergeFunction,
  machineCharts,
  mergesByFunction,
  type Pack,
  type PackName,
  packsOfAction,
  packsOfRun,
} from '../engine/index.ts'
import type { Run } from '../run/index.ts'
import { fetchBranches } from './branches.ts'
import { checkedRun, fetchCheck } from './checkedRun.ts'
import { fetchAnswers } from './questions.ts'
import type { EngineOf } from './take.ts'
import type { Command, Question } from './transport.ts'
import { fetchUntil } from './until.ts'

/** Who calls a reader's functions, for each run: the functions speak of its nodes. */
export type Merging = (run: Run) => (source: string) => MergeFunction

/** Fetches what else goes with packs of those names, and with that run; null = nothing is missing. */
export type Beside = (names: readonly PackName[], run: Run | null) => Promise<void> | null

/** What is about branches and undo, besides actions. */
const DONE: readonly Command['do'][] = [
  ...(['revise', 'undo', 'redo', 'open-branch'] as const),
  ...(['rename-branch', 'drop-branch', 'compare', 'beside'] as const),
]

export class Packs {
  private list: readonly Pack[]
  private readonly fetchMerging: (() => Promise<Merging>) | null
  private readonly beside: Beside
  private merging: Merging | null = null

  /**
   * `fetchMerging`: how a page that opens a run with a function comes by an interpreter; null = it has none. `beside`:
   * what its host has for runs that need a pack, to draw and to tell them.
   */
  constructor(
    list: readonly Pack[] = atHand,
    fetchMerging: (() => Promise<Merging>) | null = null,
    beside: Beside = () => null,
  ) {
    this.list = list
    this.fetchMerging = fetchMerging
    this.beside = beside
  }

  /** With all that is there now: an engine made later may have more, and goes on from the same checkpoints. */
  readonly engineOf: EngineOf = (run) =>
    createEngine(run, { packs: this.list, ...(this.merging && { merge: this.merging(run) }) })
  readonly charts = () => machineCharts(this.list)

  /** What must be fetched before this command is carried out; null = nothing. Fails when it cannot be fetched. */
  forCommand(command: Command): Promise<void> | null {
    if (command.do === 'act') {
      const { action } = command
      const merges = action.do === 'set' && action.value === 'function'
      return both(both(this.fetch(packsOfAction(action)), merges ? this.fetchFunctions() : null), fetchBranches())
    }
    if (command.do === 'play-until') return fetchUntil()
    const branches = DONE.includes(command.do) ? fetchBranches() : null
    if (!('run' in command)) return branches
    const here = command.do === 'beside' ? command.here?.run : undefined
    return [command.run, here].reduce((all, run) => (run === undefined ? all : both(all, this.forRun(run))), branches)
  }

  /** What must be fetched before this question is answered; null = nothing. */
  forQuestion(question: Question): Promise<void> | null {
    if (question.ask === 'machines') return this.all()
    const answers = fetchAnswers()
    if (question.ask !== 'foresee') return answers
    const moves = question.moves.map((move) => this.forCommand(move))
    return [this.forRun(question.run), fetchBranches(), fetchUntil(), ...moves].reduce(both, answers)
  }

  private forRun(run: Run): Promise<void> | null {
    const unchecked = fetchCheck(run)
    if (unchecked !== null) return unchecked.then(() => this.forRun(run) ?? undefined)
    const parsed = checkedRun(run)
    // What is no run is refused by whoever carries the command out.
    if ('problem' in parsed) return null
    const merges = mergesByFunction(parsed.run)
    return both(this.fetch(packsOfRun(parsed.run), parsed.run), merges ? this.fetchFunctions() : null)
  }

  private fetchFunctions(): Promise<void> | null {
    if (this.merging !== null || this.fetchMerging === null) return null
    return this.fetchMerging().then((merging) => {
      this.merging = merging
    })
  }

  /** Every machine there is, for the inspector; and whatever somebody may do next. */
  all(): Promise<void> | null {
    const packs = this.fetch(Object.keys(FETCH) as PackName[])
    return both(both(packs, fetchBranches()), fetchCheck(null))
  }

  private fetch(names: readonly PackName[], run: Run | null = null): Promise<void> | null {
    const missing = names.filter((name) => !this.has(name))
    const beside = this.beside(names, run)
    if (missing.length === 0) return beside
    const fetched = Promise.all(missing.map((name) => FETCH[name]())).then((packs) => {
      // Another command may have fetched the same meanwhile.
      this.list = [...this.list, ...packs.filter(({ name }) => !this.has(name))]
    })
    return both(fetched, beside)
  }

  private has(name: PackName): boolean {
    return this.list.some((pack) => pack.name === name)
  }
}

const both = (one: Promise<void> | null, other: Promise<void> | null): Promise<void> | null =>
  one === null || other === null ? (one ?? other) : Promise.all([one, other]).then(() => {})
