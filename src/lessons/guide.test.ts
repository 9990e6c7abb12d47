import { describe, expect, it } from 'vitest'
import { small } from './fixtures/small.ts'
import { createGuide, type Deck } from './guide.ts'

describe('a guide', () => {
  it('does not look between two commands of one move, when what the one before came to still stands there', async () => {
    let looks = 0
    let inTheMiddle = 0
    let carrying = true
    const deck: Deck = {
      // A page tells of every change at once, and whoever hears of it looks.
      do: () => {
        const before = looks
        guide.look()
        if (carrying) inTheMiddle += looks - before
      },
      ask: async () => {
        looks++
        return { run: small.run, t: 0, holds: [false], until: null, frame: null } as never
      },
    }
    const guide = createGuide(
      deck,
      small,
      () => {},
      (sentence) => expect.unreachable(sentence),
    )
    guide.happen({ is: 'open' })
    carrying = false
    await guide.settled()
    expect(inTheMiddle).toBe(0)
    expect(looks).toBeGreaterThan(0)
  })
})
