// In place of the branches in the lab's page: what is done to a run, and the checks of it, come with the first thing that
// somebody does. Until then there is one branch, the run as it was opened.
import { branchOf, infoOf, isSameInfo } from './branch.ts'
import type { Branches as Real, ShownBranches } from './branches.ts'
import { fetchDifferences } from './differencesLater.ts'
import type { Playhead } from './playhead.ts'
import type { BranchInfo, Command } from './transport.ts'

type Actions = typeof import('./branches.ts')

let here: Actions | null = null

export function fetchBranches(): Promise<void> | null {
  if (here !== null) return null
  return Promise.all([import('./branches.ts'), fetchDifferences()]).then(([branches]) => {
    here = branches
  })
}

export class Branches implements ShownBranches {
  private readonly playhead: Playhead
  private real: Real | null = null
  private told: BranchInfo[] = []

  constructor(playhead: Playhead) {
    this.playhead = playhead
  }

  get compared() {
    return this.real?.compared ?? null
  }
  get forked() {
    return this.real?.forked ?? false
  }
  get twins() {
    return this.real?.twins ?? false
  }
  get canUndo() {
    return this.real?.canUndo ?? false
  }
  get canRedo() {
    return this.real?.canRedo ?? false
  }

  list(): BranchInfo[] {
    if (this.real !== null) return this.real.list()
    const only = infoOf(branchOf(1, 'Run', this.playhead.take, null, 0), true)
    if (!isSameInfo(only, this.told[0])) this.told = [only]
    return this.told
  }

  act = (...args: Parameters<Real['act']>) => this.sure().act(...args)
  beside = (command: Extract<Command, { do: 'beside' }>, mostWork?: number) => this.sure().beside(command, mostWork)
  revise = (...args: Parameters<Real['revise']>) => this.sure().revise(...args)
  undo = (mostWork?: number) => this.sure().undo(mostWork)
  redo = (mostWork?: number) => this.sure().redo(mostWork)
  open = (id: number, mostWork?: number) => this.sure().open(id, mostWork)
  rename = (id: number, name: string) => this.sure().rename(id, name)
  drop = (id: number) => this.sure().drop(id)
  compare = (id: number | null) => this.sure().compare(id)

  mirror(): void {
    this.real?.mirror()
  }

  release(): void {
    if (this.real === null) this.playhead.take.trail.release()
    else this.real.release()
  }

  private sure(): Real {
    if (here === null) throw new Error('What is done to a run has not been fetched yet.')
    this.real ??= new here.Branches(this.playhead)
    return this.real
  }
}
