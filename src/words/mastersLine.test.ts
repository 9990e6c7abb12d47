import { expect, test } from 'vitest'
import type { ClientFrame, Frame } from '../engine/index.ts'
import { clientLine } from './masters.ts'

const client = { kind: 'stream', pending: 0, oldest: null, lastRead: null, last: { write: 4, outcome: 'ok', at: 0 } }
const line = (word: string, part: object = {}): string =>
  clientLine(
    { ...client, ...part } as unknown as ClientFrame,
    { multiMaster: { asked: [{ write: 4, word }] } } as unknown as Frame,
  )

test.each([
  ['cart=3', 'cart := 3, told OK'],
  ['stock+=-7', 'stock += -7, told OK'],
  ['cart<4', 'cart <- 4, told OK'],
  ['cart deleted', 'delete cart, told OK'],
])('a client beside its master says %s as %s', (word, said) => {
  expect(line(word)).toBe(said)
})

test('it says what it waits for, before what it heard last', () => {
  expect(line('cart=3', { pending: 1, oldest: 4, last: null })).toBe('cart := 3')
})
