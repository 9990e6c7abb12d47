/**
 * The packs of the engine that are there: those that were built in, and those fetched since. Whoever hosts a playback in
 * a page asks before each command whether something has to be fetched first; everywhere else all are there.
 */
import {
  atHand,
  createEngine,
  FETCH,
  machineCharts,
  type Pack,
  type PackName,
  packsOfAction,
  packsOfRun,
} from '../engine/index.ts'
import type { Run } from '../run/index.ts'
import { checkedRun } from './checkedRun.ts'
import type { EngineOf } from './take.ts'
import type { Command } from './transport.ts'

export class Packs {
  private list: readonly Pack[]

  constructor(list: readonly Pack[] = atHand) {
    this.list = list
  }

  /** With all that is there now: an engine made later may have more, and goes on from the same checkpoints. */
  readonly engineOf: EngineOf = (run) => createEngine(run, { packs: this.list })
  readonly charts = () => machineCharts(this.list)

  /** What must be fetched before this command is carried out; null = nothing. Fails when it cannot be fetched. */
  forCommand(command: Command): Promise<void> | null {
    if (command.do === 'act') return this.fetch(packsOfAction(command.action))
    return 'run' in command ? this.fetch(packsFor(command.run)) : null
  }

  /** Every machine there is, for the inspector; and whatever somebody may do next. */
  all(): Promise<void> | null {
    return this.fetch(Object.keys(FETCH) as PackName[])
  }

  private fetch(names: readonly PackName[]): Promise<void> | null {
    const missing = names.filter((name) => !this.has(name))
    if (missing.length === 0) return null
    return Promise.all(missing.map((name) => FETCH[name]())).then((packs) => {
      // Another command may have fetched the same meanwhile.
      this.list = [...this.list, ...packs.filter(({ name }) => !this.has(name))]
    })
  }

  private has(name: PackName): boolean {
    return this.list.some((pack) => pack.name === name)
  }
}

/** What is no run is refused by whoever carries the command out. */
function packsFor(run: Run): PackName[] {
  const parsed = checkedRun(run)
  return 'problem' in parsed ? [] : packsOfRun(parsed.run)
}
