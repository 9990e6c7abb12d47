import { expect, it } from 'vitest'
import { createEngine } from '../engine/index.ts'
import { preset } from '../scenarios/index.ts'
import { createCheckpoints } from './checkpoints.ts'
import { Derivation } from './derive.ts'
import { FactBook } from './factBook.ts'
import type { Take } from './take.ts'

/** Nothing is remembered: whatever is asked for must be derived. */
class EmptyBook extends FactBook {
  override covers = () => false
  override between = () => []
}

it('facts are derived up to any instant, also one at which a checkpoint stands', () => {
  const { run } = preset('failover-lost-writes')!
  const engine = createEngine(run)
  const trail = createCheckpoints().trail(engine.checkpoint())
  const moments: number[] = []
  while (moments.length < 60 && engine.runToNextMoment(1_000_000)) {
    moments.push(engine.time)
    if (moments.length % 10 === 0) trail.add(engine.checkpoint())
  }
  const facts = engine.factsAfter(0)
  const book = new EmptyBook()
  const take: Take = { run, trail, book, playedTo: engine.time, searchedTo: 0, hurried: [], forked: false }
  const derivation = new Derivation(createEngine)
  for (const to of [...moments, 0, 1, moments[9]! - 1, moments[9]! + 1]) {
    const until = facts.filter(({ t }) => t <= to)
    expect(derivation.between(take, 0, to, 1000)).toEqual(until)
    expect(derivation.between(take, 0, to, 7)).toEqual(until.slice(-7))
    expect(derivation.between(take, to - 5000, to, 1000)).toEqual(until.filter(({ t }) => t >= to - 5000))
  }
})
