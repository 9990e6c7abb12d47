// I14 can tell: it is shown a run into which something false was written.
import { describe, expect, it } from 'vitest'
import { Fold } from '../fold.ts'
import { type Book, bookOf } from '../regions/agreement/book.ts'
import { votesOn } from '../regions/agreement/regionState.ts'
import { showLeaders } from '../regions/reads.ts'
import { randomRegions } from '../spec/randomRegions.ts'
import type { World } from '../world/index.ts'

/** A run in the middle, once its first row has been written. */
function violation(plant: (book: Book, world: World) => void, seed = 4): string | undefined {
  const engine = new Fold(randomRegions(seed, 'mrsc'))
  const { world } = (engine as unknown as { kernel: { world: World } }).kernel
  const book = bookOf(world)
  for (let t = 1; world.entries.length < 3; t++) engine.runTo(t * 10_000)
  plant(book, world)
  engine.runTo(engine.time + 3_000_000)
  return engine.frame().checkers.find(({ name }) => name === 'I14')!.violation?.text
}

describe('[I14] the checker of agreement', () => {
  it('finds nothing in a run that was left alone, and has nothing to say of kind mrec', () => {
    expect(violation(() => {})).toBeUndefined()
    const { checkers } = new Fold(randomRegions(4)).frame()
    expect(checkers.map(({ name }) => name)).not.toContain('I14')
  })

  it('finds a row whose writes are counted wrongly', () => {
    const text = violation(({ states }, world) => {
      for (const state of states)
        world.multi!.sites[0]!.rows.forEach((key) => {
          const row = votesOn(state, key)
          state.rows.set(key, { ...row, height: row.height + 1 })
        })
    })
    expect(text).toMatch(/^db\d did write \d+ as number \d+ of its row, which is \d+\.$/)
  })

  it('finds a write that had not seen the one before', () => {
    const text = violation((_, world) => {
      for (const { rows } of world.multi!.sites)
        rows.forEach((key, row) => {
          rows.set(key, { ...row, state: { ...row.state, context: [] } })
        })
    })
    expect(text).toMatch(/(had not seen the one before it|which db\d:\d+ had not seen)\.$/)
  })

  it('finds strong reads that are answered without asking another region', () => {
    const answersAlone = (_: Book, { multi }: World) => {
      multi!.regions!.agreement!.strongRead = showLeaders
    }
    const found = [1, 2, 3, 4, 5, 6, 7, 8].map((seed) => violation(answersAlone, seed))
    expect(found.filter((text) => text !== undefined)).not.toHaveLength(0)
    for (const text of found)
      if (text !== undefined) expect(text).toMatch(/^A strong read of c\d showed less than had been told OK\.$/)
  })
})
