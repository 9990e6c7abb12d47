/**
 * The branches of what is played, and undo among them.
 *
 * An action at the furthest instant played is added to the branch that one is on. An action in the past leaves
 * that branch as it is and begins another, on which nobody does what was done later. Undo and redo belong to the
 * branch one is on: undo takes its last action back, and redo returns it; opening another branch touches neither.
 * To undo the action that a branch began with means to go back to the branch it left; redo there returns. A branch
 * left like that is out of the list until then, unless it has a name, is compared, or others began on it. A new
 * action forgets what could have been redone on its branch, and with it the branches that only redo could reach.
 *
 * So nothing that was named or opened is ever lost but by `drop`, or by the ninth branch, for which the oldest one
 * goes that nobody named, shows, or just left; those that the present one comes from go last.
 */
import { type Action, parseRun, type Run, withIntervention } from '../run/index.ts'
import { base, isSameControl, without } from './acted.ts'
import { type Branch, branchOf, infoOf, isBranch, isSameInfo } from './branch.ts'
import type { Playhead } from './playhead.ts'
import { nextTake, type Take } from './take.ts'
import type { BranchInfo, Command } from './transport.ts'
import { areTwins, follow, isSameRun } from './twins.ts'

/** Branches in the list at most. */
const MOST = 8
/** Takes kept for undo over all branches; the oldest of the longest history go first. */
const KEPT = 100

const NO_ROOM = `There are ${MOST} branches already and each is named, shown or needed: drop one to make room.`
const UNKNOWN = 'There is no such branch.'

/** Fetches them where they come with the first thing that somebody does; null = they are here. */
export const fetchBranches = (): Promise<void> | null => null

/** What the playback asks of them, wherever they are: builds in which nobody acts, or not yet, have others in this place. */
export type ShownBranches = Pick<
  Branches,
  | 'act'
  | 'beside'
  | 'canRedo'
  | 'canUndo'
  | 'compare'
  | 'compared'
  | 'drop'
  | 'forked'
  | 'list'
  | 'mirror'
  | 'open'
  | 'redo'
  | 'release'
  | 'rename'
  | 'revise'
  | 'twins'
  | 'undo'
>

export class Branches {
  present: Branch
  /** Shown beside the present one; never the present one itself. */
  compared: Branch | null = null
  /** Is the same asked of the compared one, and is what is done to the present one done to it? */
  twins = false
  /** Was the last action in the past, so that a branch was left? */
  forked = false
  /** Oldest first, hidden ones too. */
  private readonly all: Branch[]
  private count = 1
  /** The last action done, if nothing has been undone, redone or opened since. */
  private last: { action: Action; t: number } | null = null
  private told: BranchInfo[] = []

  private readonly playhead: Playhead

  constructor(playhead: Playhead) {
    this.playhead = playhead
    this.present = branchOf(1, 'Run', playhead.take, null, 0)
    this.all = [this.present]
  }

  get canUndo(): boolean {
    return this.present.past.length > 0 || this.present.undoTo !== null
  }
  get canRedo(): boolean {
    return this.present.future.length > 0
  }

  /** For the screen; the same array until something in it changes. */
  list(): BranchInfo[] {
    const list = this.listed().map((branch) => infoOf(branch, branch === this.present))
    if (list.length !== this.told.length || !list.every((info, i) => isSameInfo(info, this.told[i]))) this.told = list
    return this.told
  }

  /**
   * Acts right after the playhead's instant t and goes to t + 1 us, where the effect is seen. Null, or one
   * sentence that says why it cannot be done; then nothing changes.
   */
  act(action: Action): string | null {
    const { playhead, last, present } = this
    const { take: from, at } = playhead
    // A dragged control changes one setting many times in the same instant: that is one action.
    const again =
      last !== null && at.time === last.t + 1 && at.time === from.playedTo && isSameControl(action, last.action)
    const t = again ? last.t : at.time
    const forked = again ? from.forked : t < from.playedTo
    const changed = withIntervention(again ? without(from.run, t) : base(from.run, t, forked), action, t)
    if ('problem' in changed) return changed.problem
    const forks = forked && !again
    if (forks && !this.makeRoom(present)) return NO_ROOM
    if (!again) playhead.keep()
    const take = nextTake(from, changed.run, t, forked)
    this.forget(present.future.splice(0))
    if (forks) this.begin(take, t)
    else {
      if (again) from.trail.release()
      else present.past.push(from)
      present.take = take
    }
    this.tidy()
    this.forked = forked
    playhead.standOn(take, t + 1)
    this.last = { action, t }
    return null
  }

  /** Another run on this branch, to the present instant; as far as `mostWork` kernel events go. */
  revise(run: Run, mostWork?: number): string | null {
    const parsed = parseRun(run)
    if ('problem' in parsed) return parsed.problem
    const { present, playhead } = this
    present.past.push(present.take)
    this.forget(present.future.splice(0))
    this.play(present, playhead.begin(parsed.run), mostWork)
    this.tidy()
    this.forked = false
    return null
  }

  /** As far ahead as `mostWork` kernel events go, for what another take has not been played to yet. */
  undo(mostWork?: number): void {
    const { present } = this
    const before = present.past.pop()
    if (before !== undefined) {
      present.future.push(present.take)
      this.play(present, before, mostWork)
    } else if (present.undoTo !== null) {
      const { future } = present.undoTo
      if (!future.includes(present)) future.push(present)
      this.play(present.undoTo, present.undoTo.take, mostWork)
      present.hidden =
        !present.named && present !== this.compared && !this.listed().some(({ parent }) => parent === present)
    }
    this.forked = this.present.take.forked
  }

  /** Null, or one sentence. */
  redo(mostWork?: number): string | null {
    const { present } = this
    const next = present.future.pop()
    if (next === undefined) return null
    if (!isBranch(next)) {
      present.past.push(present.take)
      this.play(present, next, mostWork)
    } else {
      if (next.hidden && !this.makeRoom(present)) {
        present.future.push(next)
        return NO_ROOM
      }
      next.hidden = false
      this.play(next, next.take, mostWork)
    }
    this.forked = this.present.take.forked
    return null
  }

  open(id: number, mostWork?: number): string | null {
    const branch = this.find(id)
    if (branch === null) return UNKNOWN
    if (branch === this.present) return null
    this.play(branch, branch.take, mostWork)
    this.forked = false
    return null
  }

  rename(id: number, name: string): string | null {
    const branch = this.find(id)
    if (branch === null) return UNKNOWN
    const wanted = name.trim()
    if (this.all.some((one) => one !== branch && one.name === wanted)) return `Another branch is named ${wanted}.`
    branch.name = wanted
    branch.named = true
    return null
  }

  drop(id: number): string | null {
    const branch = this.find(id)
    if (branch === null) return UNKNOWN
    if (branch === this.present) return 'The branch that is played cannot be dropped: open another one first.'
    this.remove(branch)
    return null
  }

  compare(id: number | null): string | null {
    const branch = id === null ? null : this.find(id)
    if (id !== null && branch === null) return UNKNOWN
    if (branch === this.present) return 'A branch cannot be compared with itself.'
    this.lay(branch)
    return null
  }

  /** A run beside the present one: a branch that began at the start, as `here` does if that has a run of its own. */
  beside({ run, name, here }: Extract<Command, { do: 'beside' }>, mostWork?: number): string | null {
    const there = parseRun(run)
    const mine = here.run === undefined ? { run: this.present.take.run } : parseRun(here.run)
    if ('problem' in there) return there.problem
    if ('problem' in mine) return mine.problem
    if (isSameRun(there.run, mine.run)) return 'A run cannot be compared with itself.'
    const present = this.branchWith(mine.run, here.name, this.present)
    const other = present && this.branchWith(there.run, name, present)
    if (present === null || other === null) return NO_ROOM
    if (present !== this.present) this.play(present, present.take, mostWork)
    this.forked = false
    this.lay(other)
    return null
  }

  /** To be called when something was done: a twin that is compared follows. */
  mirror(): void {
    if (this.compared === null || !this.twins) return
    this.twins = follow(this.present.take.run, this.compared, (future) => this.forget(future))
    this.tidy()
  }

  release(): void {
    for (const branch of [...this.all]) this.remove(branch)
  }

  private listed(): Branch[] {
    return this.all.filter(({ hidden }) => !hidden)
  }

  private find(id: number): Branch | null {
    return this.listed().find((branch) => branch.id === id) ?? null
  }

  private lay(branch: Branch | null): void {
    this.compared = branch
    this.twins = branch !== null && areTwins(this.present.take.run, branch.take.run)
  }

  /** The listed branch that plays this run, or a new one from its start, by that name; null = there is no room. */
  private branchWith(run: Run, name: string, kept: Branch): Branch | null {
    let branch = this.listed().find(({ take }) => isSameRun(take.run, run))
    if (branch === undefined) {
      if (!this.makeRoom(kept)) return null
      branch = branchOf(++this.count, name, this.playhead.begin(run), null, 0)
      this.all.push(branch)
    }
    if (!branch.named && !this.all.some((one) => one !== branch && one.name === name)) branch.name = name
    return branch
  }

  private begin(take: Take, t: number): void {
    const numbers = this.all.map(({ name }) => Number(/^Fork (\d{1,9})$/.exec(name)?.[1] ?? 0))
    this.present = branchOf(++this.count, `Fork ${Math.max(...numbers) + 1}`, take, this.present, t)
    this.all.push(this.present)
  }

  /** Whoever is compared with what is opened is now compared with what was left. */
  private play(branch: Branch, take: Take, mostWork?: number): void {
    if (branch === this.compared) this.compared = this.present
    this.present = branch
    branch.take = take
    this.last = null
    this.playhead.standOn(take, this.playhead.at.time, mostWork)
  }

  /** For one more branch, when `left` is left for it; false: none can go. */
  private makeRoom(left: Branch): boolean {
    const listed = this.listed()
    if (listed.length < MOST) return true
    const origins = new Set<Branch>()
    for (let one = left.parent; one !== null; one = one.parent) origins.add(one)
    const free = listed.filter((branch) => !branch.named && branch !== left && branch !== this.compared)
    const goes = free.find((branch) => !origins.has(branch)) ?? free.find(({ parent }) => parent !== null) ?? free[0]
    if (goes !== undefined) this.remove(goes)
    return goes !== undefined
  }

  private remove(branch: Branch): void {
    this.all.splice(this.all.indexOf(branch), 1)
    if (this.compared === branch) this.compared = null
    for (const other of this.all) {
      if (other.undoTo === branch) other.undoTo = null
      if (other.future.includes(branch)) other.future = other.future.filter((one) => one !== branch)
      if (other.parent !== branch) continue
      other.parent = branch.parent
      other.leftAt = Math.min(other.leftAt, branch.leftAt)
    }
    for (const { trail } of [branch.take, ...branch.past]) trail.release()
    this.forget(branch.future.splice(0))
  }

  /** What redo can no longer bring back; a branch that is listed stays. */
  private forget(future: readonly (Take | Branch)[]): void {
    for (const one of future) {
      if (!isBranch(one)) one.trail.release()
      else if (one.hidden) this.remove(one)
    }
  }

  private tidy(): void {
    const length = ({ past }: Branch) => past.length
    let extra = this.all.reduce((sum, branch) => sum + length(branch), -KEPT)
    for (; extra > 0; extra--) {
      const longest = this.all.reduce((most, branch) => (length(branch) > length(most) ? branch : most))
      longest.past.shift()!.trail.release()
      // What its first action was is forgotten: undo ends here.
      longest.undoTo = null
    }
  }
}
