/**
 * Plays one run in every way that must make no difference, and holds it against everything that must be true: all
 * invariants, what the configuration promises, counters, frames that do not contradict themselves, an end. One finding
 * is enough; a run in which something is wrong is looked at by people.
 */
import { createEngine, type Engine, type EngineOptions } from '../../engine/index.ts'
import { decodeRun, encodeRun, type Run, readFile, us, writeFile } from '../../run/index.ts'
import { contradictions } from './contradictions.ts'
import type { Dice } from './draw/index.ts'

/** What is wrong, where and when. `name`: of a checker, or of the way in which the run was played. */
export interface Finding {
  name: string
  /** Microseconds of database time. */
  at: number
  text: string
}

export interface Judging {
  /** Of what is random here, not in the run: where to look, whither to go back. */
  dice: Dice
  /** Also step the machines with XState itself, for a while. */
  oracle?: boolean
  /** Only play, and skip the ways of playing once more. */
  quick?: boolean
  /** Another engine than the real one: only to see whether its faults are found. */
  engineOf?: (run: Run, options?: EngineOptions) => Engine
}

/** Kernel events of one playing: a run that asks for more ends early. One in so many may ask for more. */
const WORK = 6_000
const LONG = { oneIn: 25, work: 40_000 }
/** The oracle takes 200 times as long. */
const ORACLE_WORK = 800
const LOOKS = 24

/** A state of the first playing, to be met again. */
interface Mark {
  t: number
  digest: string
  frame: string
}

export function judge(run: Run, judging: Judging): Finding | null {
  const engineOf = judging.engineOf ?? createEngine
  const place = { name: 'exception', at: 0 }
  try {
    const engine = engineOf(run)
    const most = judging.dice.of('work').oneIn(LONG.oneIn) ? LONG.work : WORK
    const { found, end, marks, checkpoints } = play(engine, us(run.scenario.untilMs), most, place)
    if (found || judging.quick) return found
    const told = told20(engine)
    place.name = 'exception'
    return (
      again(engineOf(run), end, marks, told) ??
      goBack(engine, engineOf(run), marks, checkpoints, judging.dice.of('seeks')) ??
      forkOff(run, engineOf, end, marks, judging.dice.of('fork')) ??
      (judging.oracle ? withOracle(run, engineOf, end) : null) ??
      travel(run)
    )
  } catch (error) {
    const { message, stack = '' } = error as Error
    const where = /\n\s+at ([^\n]+)/.exec(stack)?.[1]?.replace(/ \(.*\/([^/]+)\)$/, ' ($1)') ?? ''
    return { ...place, text: `${message} [${where}]` }
  }
}

/** Once through, looking often. Where the work is used up, the run ends there. */
function play(engine: Engine, until: number, most: number, place: { at: number }) {
  const marks: Mark[] = []
  const checkpoints = [engine.checkpoint()]
  const none = { found: null, marks, checkpoints }
  for (let look = 1; look <= LOOKS; look++) {
    const t = Math.floor((until * look) / LOOKS)
    for (let next = engine.nextEventAt(); next !== null && next <= t; next = engine.nextEventAt()) {
      place.at = next
      engine.runTo(next)
      if (engine.work > most) break
    }
    const isOver = engine.work > most
    if (isOver && engine.time < 5_000)
      return {
        ...none,
        end: engine.time,
        found: { name: 'endless', at: engine.time, text: `${engine.work} events, and no end.` },
      }
    if (!isOver) engine.runTo(t)
    const frame = engine.frame()
    const broken = frame.checkers.find(({ promised, held }) => promised && !held)
    const { time } = engine
    if (broken) {
      const { name, violation } = broken
      return { ...none, end: time, found: { name, at: violation?.t ?? time, text: violation?.text ?? '' } }
    }
    const [text] = contradictions(frame)
    if (text !== undefined) return { ...none, end: time, found: { name: 'frame', at: time, text } }
    if (look % 4 === 0 || isOver) marks.push({ t: time, digest: engine.digest(), frame: JSON.stringify(frame) })
    if (look % 4 === 2) checkpoints.push(engine.checkpoint())
    if (isOver) break
  }
  return { ...none, end: engine.time }
}

const told20 = (engine: Engine): string => JSON.stringify(engine.factsAfter(Math.max(0, engine.event - 20)))

/** Run twice: the second time without looking. */
function again(engine: Engine, end: number, marks: readonly Mark[], told: string): Finding | null {
  engine.runTo(end)
  const last = marks.at(-1)!
  const same =
    engine.digest() === last.digest && JSON.stringify(engine.frame()) === last.frame && told20(engine) === told
  return same ? null : { name: 'determinism', at: end, text: 'The second playing differs from the first.' }
}

/** Random seeks and steps back, in the engine that played and in a fresh one. */
function goBack(
  played: Engine,
  fresh: Engine,
  marks: readonly Mark[],
  checkpoints: readonly ReturnType<Engine['checkpoint']>[],
  dice: Dice,
): Finding | null {
  for (let turn = 0; turn < 4; turn++) {
    const target = dice.pick(marks)
    const before = checkpoints.filter(({ time }) => time <= target.t)
    const from = before[Math.max(0, before.length - 1 - dice.below(2))]!
    const engine = dice.oneIn(2) ? played : fresh
    engine.restore(from)
    // A step forward first, as somebody who looks around takes it.
    if (dice.oneIn(3)) engine.runToNextMoment(target.t)
    engine.runTo(target.t)
    const differs =
      engine.digest() !== target.digest ? 'state' : JSON.stringify(engine.frame()) !== target.frame ? 'frame' : null
    if (differs)
      return {
        name: 'seek',
        at: target.t,
        text: `From the checkpoint at ${from.time} us another ${differs} is reached.`,
      }
  }
  return null
}

/** A run that shares its beginning with another may start from a checkpoint of that one. */
function forkOff(
  run: Run,
  engineOf: NonNullable<Judging['engineOf']>,
  end: number,
  marks: readonly Mark[],
  dice: Dice,
): Finding | null {
  if (run.interventions.length === 0 || !dice.oneIn(3)) return null
  const at = us(dice.pick(run.interventions).atMs)
  if (at >= end) return null
  const trunk = engineOf({ ...run, interventions: run.interventions.filter(({ atMs }) => us(atMs) < at) })
  trunk.runTo(at)
  const fork = engineOf(run)
  fork.restore(trunk.checkpoint())
  fork.runTo(end)
  return fork.digest() === marks.at(-1)!.digest
    ? null
    : { name: 'fork', at, text: 'Forked off at this moment, the run comes out differently.' }
}

/** The compiled tables against XState's own transition(). */
function withOracle(run: Run, engineOf: NonNullable<Judging['engineOf']>, end: number): Finding | null {
  const compiled = engineOf(run)
  for (let next = compiled.nextEventAt(); next !== null && next <= end; next = compiled.nextEventAt()) {
    compiled.runTo(next)
    if (compiled.work > ORACLE_WORK) break
  }
  const oracle = engineOf(run, { machines: 'oracle' })
  oracle.runTo(compiled.time)
  if (oracle.digest() === compiled.digest()) return null
  return { name: 'oracle', at: compiled.time, text: 'The oracle machines come to another state than the tables.' }
}

/** Out into a link and a file, and back. */
function travel(run: Run): Finding | null {
  const link = encodeRun(run)
  const back = [readFile(writeFile(run)), ...('text' in link ? [decodeRun(link.text)] : [])]
  const same = back.every((answer) => 'run' in answer && JSON.stringify(answer.run) === JSON.stringify(run))
  return same ? null : { name: 'codec', at: 0, text: 'A link or a file brings back another run.' }
}
