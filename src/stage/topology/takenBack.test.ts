import { describe, expect, it } from 'vitest'
import { endOfLog } from './takenBack.ts'

const rewind = { from: 6, to: 15, startedAt: 1000, endsAt: 2000 }

describe('a log while entries are taken back', () => {
  it('ends where it ends when nothing is', () => {
    expect(endOfLog({ time: 1500 }, { rewind: null, received: 15 })).toBe(15)
  })

  it('gets shorter entry by entry, down to the last one in common', () => {
    const ends = [1000, 1001, 1100, 1101, 1550, 1950, 2000, 2500].map((time) =>
      endOfLog({ time }, { rewind, received: 15 }),
    )
    expect(ends).toEqual([15, 15, 14, 14, 10, 6, 5, 5])
  })

  it('stays as it is when there is nothing to take back', () => {
    const nothing = { from: 16, to: 15, startedAt: 1000, endsAt: 1001 }
    expect(endOfLog({ time: 1000 }, { rewind: nothing, received: 15 })).toBe(15)
  })
})
