/** What would come of it: the same run played beside the one that is shown, from its beginning, by an engine of its own. */
import { checkedRun } from './checkedRun.ts'
import { createCheckpoints } from './checkpoints.ts'
import { conditionOf } from './condition.ts'
import { type Loaded, load } from './loaded.ts'
import type { Playhead } from './playhead.ts'
import type { EngineOf } from './take.ts'
import type { Answer, ForeseenMove, Question } from './transport.ts'
import { untilOf } from './until.ts'

type Foresee = Extract<Question, { ask: 'foresee' }>

/** Throws, with one sentence, where it cannot be done. */
export function foresee(engineOf: EngineOf, { run, t, moves, whens }: Foresee): Answer<Foresee> {
  const parsed = checkedRun(run)
  if ('problem' in parsed) throw new Error(parsed.problem)
  const loaded = load(parsed.run, engineOf, createCheckpoints())
  const { playhead } = loaded
  playhead.goTo(Math.round(t))
  for (const move of moves) {
    const problem = carryOut(loaded, move)
    if (problem !== null) throw new Error(problem)
  }
  return { run: playhead.take.run, t: playhead.at.time, holds: holding(playhead, whens) }
}

function carryOut({ playhead, branches }: Loaded, move: ForeseenMove): string | null {
  if (move.do === 'act') return branches.act(move.action)
  if (move.do === 'seek') {
    playhead.goTo(Math.round(move.t))
    return null
  }
  const made = untilOf(move.when, move.mostUs, playhead.take.run, playhead)
  if ('problem' in made) return made.problem
  made.until.runOn(playhead)
  return null
}

/** Which of these hold where it stands. Throws where one cannot be read. */
export const holding = (playhead: Playhead, whens: readonly string[]): boolean[] =>
  whens.map((text) => {
    const condition = conditionOf(text, playhead.take.run)
    if ('problem' in condition) throw new Error(condition.problem)
    return condition.holds(playhead)
  })
