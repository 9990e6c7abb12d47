/**
 * Holds one run against everything that must be true: invariants, what the configuration promises, counters, frames
 * that do not contradict themselves, an end; and plays it in every way that must make no difference. One finding is
 * enough: a run in which something is wrong is looked at by people.
 */
import { type Run, us } from '../../run/index.ts'
import type { Dice } from './draw/index.ts'
import { type Finding, finding } from './finding.ts'
import { mergingEngine } from './merging.ts'
import { play } from './playing.ts'
import { again, type EngineOf, fork, lastFacts, seek, travel, withOracle } from './ways.ts'

export interface Judging {
  /** Of what is random here, not in the run: how much to play, whither to go back. */
  dice: Dice
  /** Also with XState's own machines. */
  oracle?: boolean
  /** Only once through. */
  quick?: boolean
  /** Another engine than the real one: only to see whether its faults are found. */
  engineOf?: EngineOf
}

/** Kernel events of one playing: a run that asks for more ends early. One in so many may ask for more. */
const WORK = 6_000
const LONG = { oneIn: 25, work: 40_000 }

export function judge(run: Run, { dice, oracle, quick, engineOf = mergingEngine }: Judging): Finding | null {
  const place = { at: 0 }
  try {
    const engine = engineOf(run)
    const most = dice.of('work').oneIn(LONG.oneIn) ? LONG.work : WORK
    const played = play(engine, us(run.scenario.untilMs), most, place)
    if (played.found || quick) return played.found
    const fresh = engineOf(run)
    return (
      again(fresh, played, lastFacts(engine)) ??
      seek(engine, fresh, played, dice.of('seeks')) ??
      fork(run, engineOf, played, dice.of('fork')) ??
      (oracle ? withOracle(run, engineOf, played) : null) ??
      travel(run)
    )
  } catch (error) {
    const { message, stack = '' } = error as Error
    const where = /\n\s+at ([^\n]+)/.exec(stack)?.[1]?.replace(/ \(.*\/([^/]+)\)$/, ' ($1)') ?? ''
    return finding('exception', place.at, `${message} [${where}]`)
  }
}
