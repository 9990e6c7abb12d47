/** The ways of playing a run once more that must make no difference. Each says what does, or null. */
import type { Engine, EngineOptions } from '../../engine/index.ts'
import { decodeRun, encodeRun, type Run, readFile, us, writeFile } from '../../run/index.ts'
import type { Dice } from './draw/index.ts'
import { type Finding, finding } from './finding.ts'
import type { Played } from './playing.ts'

export type EngineOf = (run: Run, options?: EngineOptions) => Engine

/** The oracle takes 200 times as long. */
const ORACLE_WORK = 800
const SEEKS = 4
const LAST_FACTS = 20

export const lastFacts = (engine: Engine): string =>
  JSON.stringify(engine.factsAfter(Math.max(0, engine.event - LAST_FACTS)))

/** From the beginning once more, without looking. */
export function again(engine: Engine, { end, marks }: Played, facts: string): Finding | null {
  engine.runTo(end)
  const last = marks.at(-1)!
  const same =
    engine.digest() === last.digest && JSON.stringify(engine.frame()) === last.frame && lastFacts(engine) === facts
  return same ? null : finding('determinism', end, 'The second playing differs from the first.')
}

/** Seeks and steps back, in the engine that played and in a fresh one. */
export function seek(played: Engine, fresh: Engine, { marks, checkpoints }: Played, dice: Dice): Finding | null {
  for (let turn = 0; turn < SEEKS; turn++) {
    const target = dice.pick(marks)
    const before = checkpoints.filter(({ time }) => time <= target.t)
    const from = before[Math.max(0, before.length - 1 - dice.below(2))]!
    const engine = dice.oneIn(2) ? played : fresh
    engine.restore(from)
    // A step forward first, as somebody who looks around takes it.
    if (dice.oneIn(3)) engine.runToNextMoment(target.t)
    engine.runTo(target.t)
    const same =
      engine.digest() === target.digest ? (JSON.stringify(engine.frame()) === target.frame ? '' : 'frame') : 'state'
    if (same !== '')
      return finding('seek', target.t, `From the checkpoint at ${from.time} us another ${same} is reached.`)
  }
  return null
}

/** A run that shares its beginning with another may start from a checkpoint of that one. */
export function fork(run: Run, engineOf: EngineOf, { end, marks }: Played, dice: Dice): Finding | null {
  if (run.interventions.length === 0 || !dice.oneIn(3)) return null
  const at = us(dice.pick(run.interventions).atMs)
  if (at >= end) return null
  const trunk = engineOf({ ...run, interventions: run.interventions.filter(({ atMs }) => us(atMs) < at) })
  trunk.runTo(at)
  const forked = engineOf(run)
  forked.restore(trunk.checkpoint())
  forked.runTo(end)
  return forked.digest() === marks.at(-1)!.digest
    ? null
    : finding('fork', at, 'Forked off at this moment, the run comes out differently.')
}

/** XState's own transition() against the compiled tables, for a while. */
export function withOracle(run: Run, engineOf: EngineOf, { end }: Played): Finding | null {
  const compiled = engineOf(run)
  for (let next = compiled.nextEventAt(); next !== null && next <= end; next = compiled.nextEventAt()) {
    compiled.runTo(next)
    if (compiled.work > ORACLE_WORK) break
  }
  const oracle = engineOf(run, { machines: 'oracle' })
  oracle.runTo(compiled.time)
  return oracle.digest() === compiled.digest()
    ? null
    : finding('oracle', compiled.time, 'The oracle machines come to another state than the tables.')
}

/** Out into a link and a file, and back. */
export function travel(run: Run): Finding | null {
  const link = encodeRun(run)
  const back = [readFile(writeFile(run)), ...('text' in link ? [decodeRun(link.text)] : [])]
  const same = back.every((answer) => 'run' in answer && JSON.stringify(answer.run) === JSON.stringify(run))
  return same ? null : finding('codec', 0, 'A link or a file brings back another run.')
}
