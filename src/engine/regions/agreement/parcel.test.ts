/** What travels as plain numbers comes out as it went in. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { messageIn, saidOf } from './parcel.ts'
import type { Message } from './row.ts'

const small = fc.nat(9)
const region = fc.nat(2)
const slot = fc.integer({ min: 1, max: 9 })
const knows = fc.record({ height: small, decided: fc.tuple(small, small, small) })
const write = (at: number) => fc.record({ origin: region, sequence: slot, slot: fc.constant(at) })

const message: fc.Arbitrary<Message> = slot.chain((at) => {
  const about = { slot: fc.constant(at), knows }
  const one = <T extends Message['type'], M extends object>(type: T, more: { [K in keyof M]: fc.Arbitrary<M[K]> }) =>
    fc.record({ ...about, type: fc.constant(type), ...more } as never) as unknown as fc.Arbitrary<Message>
  return fc.oneof(
    one('ask', { write: write(at), withdraws: fc.boolean() }),
    one('answer', { write: write(at), answer: fc.constantFrom('promised', 'refused', 'busy') }),
    one('prepare', { ballot: small }),
    one('joined', { ballot: small, vote: fc.option(fc.record({ ballot: small, write: write(at) })) }),
    one('accept', { ballot: small, write: write(at) }),
    one('accepted', { ballot: small }),
    one('outdone', { ballot: small }),
    one('known', {}),
  )
})

it('[O20] a message of the rules is the same when it has been heard', () => {
  fc.assert(
    fc.property(message, (sent) => {
      const said = saidOf({ from: 0, to: 1, key: 3, top: 7 }, sent)
      expect(Object.values(said).every((value) => typeof value === 'number' || typeof value === 'string')).toBe(true)
      expect(messageIn(said)).toEqual(sent)
    }),
    { seed: 3, numRuns: 500 },
  )
})
