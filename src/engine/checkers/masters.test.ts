// The checkers of several masters can tell: each is shown a run into which something false was written.
import { describe, expect, it } from 'vitest'
import { Fold } from '../fold.ts'
import { randomMasters } from '../observe/randomMasters.ts'
import { relate, type Version } from '../resolvers/index.ts'
import type { World } from '../world/index.ts'
import { Siblings } from './mastersVersions.ts'

/** A run in the middle, its world laid open. Seed 13: three masters that each copy from both others, and one is killed at 2 s. */
function opened(t = 3_000_000, seed = 13): { engine: Fold; world: World } {
  const engine = new Fold(randomMasters(seed))
  engine.runTo(t)
  const { world } = (engine as unknown as { kernel: { world: World } }).kernel
  return { engine, world }
}

function said(engine: Fold, name: string): string | undefined {
  engine.runTo(engine.run.scenario.untilMs * 1000)
  return engine.frame().checkers.find((checker) => checker.name === name)?.violation?.text
}

describe('checkers of several masters', () => {
  it('find nothing in a run that was left alone', () => {
    const { engine } = opened()
    engine.runTo(engine.run.scenario.untilMs * 1000)
    expect(engine.frame().checkers.filter(({ held }) => !held)).toEqual([])
    expect(engine.frame().checkers.map(({ name }) => name)).toEqual([
      'converged',
      'appliedOnce',
      'I1',
      'I3',
      'I8',
      'I11',
      'I12',
    ])
  })

  it('converged: a row that is another one at one master', () => {
    const { engine, world } = opened()
    world.multi!.sites[0]!.sum = [1, 2]
    expect(said(engine, 'converged')).toMatch(/have applied all entries and hold different data\.$/)
  })

  it('appliedOnce and I3: an entry that a master applies once more', () => {
    const { engine, world } = opened(400_000)
    const site = world.multi!.sites[1]!
    const channel = site.channels.find(({ applied }) => applied > 1)!
    channel.applied--
    site.seen = site.seen.map((sequence, origin) => (origin === site.number ? sequence : 0))
    expect(said(engine, 'appliedOnce')).toMatch(/ twice\.$/)
    expect(said(engine, 'I3')).toMatch(/^db2 took entry .* after \d+\.$/)
  })

  it('[I8] a write that is counted as discarded and is not', () => {
    const { engine, world } = opened(100_000)
    const { ledger } = world.multi!
    ledger.tallies = { ...ledger.tallies, okDiscarded: ledger.tallies.okDiscarded + 1 }
    expect(said(engine, 'I8')).toMatch(/^The counters say \d+ (kept|discarded), but there are \d+\.$/)
  })

  it('[I11] a hybrid clock that has run away, or is behind what was read', () => {
    const far = opened()
    far.world.multi!.sites[0]!.hybrid = { us: 1e12, count: 0 }
    expect(said(far.engine, 'I11')).toMatch(/ahead of all clocks there ever were\.$/)
  })

  it('[I12] two versions side by side of which one had seen the other', () => {
    // By dotted version vectors.
    const { world } = opened(1_000_000, 8)
    const multi = world.multi!
    const site = multi.sites[0]!
    const versions = multi.entriesOf(0, world.entries.length).map((entry) => multi.written.get(entry)!.version!)
    const [later, earlier] = versions
      .flatMap((one) => versions.map((other) => [one, other] as const))
      .find(([one, other]) => relate(other, one) === 'before')!
    const checker = new Siblings()
    const fact = {
      id: 1,
      t: 1,
      at: 'db1',
      kind: 'siblings-kept',
      args: { key: world.entries.rowName(0) },
      cause: 0,
    } as const
    const standsAs = (list: readonly Version[]) =>
      site.rows.set(0, { ...site.rows.get(0)!, state: { versions: list, shown: list, context: [] } })
    standsAs([later])
    checker.see(fact, world)
    expect(checker.frame(world).held).toBe(true)
    standsAs([earlier, later])
    checker.see(fact, world)
    expect(checker.frame(world).violation?.text).toMatch(/side by side, though one had seen the other\.$/)
  })
})
