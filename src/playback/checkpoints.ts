/**
 * Where a run can be picked up again. Going to a moment restores the nearest checkpoint before it and runs on,
 * so what a seek costs is the work between two checkpoints: they are spaced by work (kernel events), which a
 * quiet hour has as little of as a busy millisecond.
 *
 * A trail is the checkpoints of one branch of a run. Branches share those of their common past, and all trails
 * share one budget of memory: when it is used up, trails that nobody stands on lose theirs first, then those
 * stood on lose every checkpoint whose neighbours are closest, which keeps the rest evenly spaced.
 */
import type { Checkpoint } from '../engine/index.ts'

/**
 * Kernel events between two checkpoints at least: about 4 ms of work, of which taking one is a twentieth. Measured:
 * at 500 it is a fifth, and the budget is used up four times as soon.
 */
export const SPACING = 2000
/** What all trails together may hold, in bytes. ARCHITECTURE 2: 64 MB over all forks. */
const BUDGET = 64 * 1_000_000
/** Thinning goes down to this share of the budget, so that it is not needed again at once. */
const ENOUGH = 0.9

export interface Trail {
  /** Ascending in time; the first one stands at the start of the run. */
  readonly list: readonly Checkpoint[]
  /** The last one at or before `t`. */
  nearest(t: number): Checkpoint
  add(checkpoint: Checkpoint): void
  /** A new trail with those at or before `t`. */
  fork(t: number): Trail
  release(): void
}

export interface Checkpoints {
  trail(first: Checkpoint): Trail
  /** `who` stands on this trail and on no other from now on; null: on none. */
  occupy(who: object, trail: Trail | null): void
  /** Brings all trails back under the budget; those stood on are kept longest. */
  thin(): void
  /**
   * Kernel events after which the next one is due on this trail: as far apart as they have to stand for the budget to
   * last for everything played, so that thinning is rare and seeks do not refill what was thinned.
   */
  spacing(trail: Trail): number
  readonly bytes: number
  /** Over all trails, each once. */
  readonly count: number
}

export function createCheckpoints(budget = BUDGET): Checkpoints {
  const holders = new Map<Checkpoint, number>()
  const trails = new Set<{ list: Checkpoint[] }>()
  const stoodOn = new Map<object, Trail>()
  let bytes = 0

  const hold = (checkpoint: Checkpoint) => {
    const count = holders.get(checkpoint) ?? 0
    if (count === 0) bytes += checkpoint.bytes
    holders.set(checkpoint, count + 1)
  }
  const letGo = (checkpoint: Checkpoint) => {
    const count = holders.get(checkpoint)!
    if (count > 1) holders.set(checkpoint, count - 1)
    else {
      holders.delete(checkpoint)
      bytes -= checkpoint.bytes
    }
  }
  const drop = (checkpoint: Checkpoint) => {
    for (const trail of trails) {
      const at = trail.list.indexOf(checkpoint)
      if (at < 0) continue
      trail.list.splice(at, 1)
      letGo(checkpoint)
    }
  }

  const open = (initial: readonly Checkpoint[]): Trail => {
    const own = { list: [...initial] }
    const { list } = own
    for (const checkpoint of list) hold(checkpoint)
    trails.add(own)
    return {
      list,
      nearest: (t) => list[placeOf(list, t)] ?? list[0]!,
      add(checkpoint) {
        const place = placeOf(list, checkpoint.time)
        if (list[place]?.time === checkpoint.time) return
        list.splice(place + 1, 0, checkpoint)
        hold(checkpoint)
      },
      fork: (t) => open(list.slice(0, placeOf(list, t) + 1)),
      release() {
        trails.delete(own)
        for (const checkpoint of list) letGo(checkpoint)
        list.length = 0
      },
    }
  }

  return {
    trail: (first) => open([first]),
    occupy(who, trail) {
      if (trail === null) stoodOn.delete(who)
      else stoodOn.set(who, trail)
    },
    thin() {
      if (bytes <= budget) return
      const present = [...stoodOn.values()].map(({ list }) => list)
      const kept = new Set(present.flat())
      for (const { list } of [...trails])
        while (bytes > budget * ENOUGH && list.length > 1 && !kept.has(list[list.length - 1]!))
          drop(list[list.length - 1]!)
      while (bytes > budget * ENOUGH) {
        const victim = mostCrowded(present)
        if (victim === null) return
        drop(victim)
      }
    },
    spacing({ list }) {
      const played = list[list.length - 1]!.work - list[0]!.work
      const affordable = (list.length * budget * ENOUGH) / bytes
      return Math.max(SPACING, Math.floor(played / affordable))
    },
    get bytes() {
      return bytes
    },
    get count() {
      return holders.size
    },
  }
}

/** Index of the last one at or before `t`; -1 = none. */
function placeOf(list: readonly Checkpoint[], t: number): number {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (list[middle]!.time <= t) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** Whose going leaves the smallest gap of work; the first and the last one of a list stay. */
function mostCrowded(lists: readonly (readonly Checkpoint[])[]): Checkpoint | null {
  let best: Checkpoint | null = null
  let least = Number.POSITIVE_INFINITY
  for (const list of lists)
    for (let i = 1; i < list.length - 1; i++) {
      const gap = list[i + 1]!.work - list[i - 1]!.work
      if (gap < least) [least, best] = [gap, list[i]!]
    }
  return best
}
