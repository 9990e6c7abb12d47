import { afterEach, describe, expect, it } from 'vitest'
import type { Fact, FactKind, Frame } from '../engine/index.ts'
import { sampleFact } from './fixtures/sample-facts.ts'
import { milestone, sentence, speakOf } from './index.ts'

const cell = (position: number, name: string) => {
  const [origin, number] = name.split(':')
  return { position, origin, number: Number(number), write: 10 + position }
}
/** db1 to db3; the log of db2 holds what came to it, in that order. */
const masters = (topology: 'all-to-all' | 'ring', names: string[]): Frame =>
  ({
    nodes: [{ id: 'db2', cells: names.map((name, at) => cell(at + 1, name)) }],
    multiMaster: { topology, origins: ['db1', 'db2', 'db3'], sites: [] },
  }) as unknown as Frame

const said = (kind: FactKind, at: string, args: Fact['args']): string => sentence({ ...sampleFact(kind), at, args })

afterEach(() => speakOf({ multiMaster: null, nodes: [] }))

describe('among several masters an entry has the name that the stage gives it', () => {
  it('in conflicts', () => {
    speakOf(masters('all-to-all', []))
    const args = { key: 'cart', entry: 'db1:2', other: 'db2:1', reason: 'told-ok' }
    expect(said('write-discarded', 'db2', args)).toBe('discarded A2, cart is B1')
    expect(milestone({ ...sampleFact('write-discarded'), at: 'db2', args })).toBe(
      'db2 discards A2 on cart, though its client was told OK.',
    )
    speakOf({ multiMaster: null, nodes: [] })
    expect(said('write-discarded', 'db2', args)).toBe('discarded #2 of db1, cart is #1 of db2')
  })

  it('where each copies from all others and keeps its own log', () => {
    speakOf(masters('all-to-all', []))
    expect(said('entries-logged', 'db2', { from: 3, to: 3 })).toBe('flushed B3 to its binlog')
    expect(said('entries-sent', 'db1', { peer: 'db2', from: 3, to: 4 })).toBe('sent A3, A4 to db2')
    expect(said('entries-received', 'db2', { peer: 'db1', from: 3, to: 9 })).toBe('received A3 to A9')
    expect(said('slave-connected', 'db1', { peer: 'db2', from: 1 })).toBe('serves db2 from A1 on')
    expect(said('write-ok', 'c2', { peer: 'db2', from: 3, to: 3, us: 18_000 })).toBe('heard OK for B3 after 18 ms')
    expect(said('apply-started', 'db2', { peer: 'db1', from: 3, to: 3 })).toBe('applying A3')
    expect(said('entries-applied', 'db2', { peer: 'db1', from: 3, to: 3, entry: 'db1:3' })).toBe('applied A3')
  })

  it('in a ring, where logs are mixed, as far as the logs show it', () => {
    speakOf(masters('ring', ['db1:1', 'db3:1', 'db2:1']))
    expect(said('entries-sent', 'db2', { peer: 'db3', from: 2, to: 2 })).toBe('sent C1 to db3')
    expect(said('write-ok', 'c2', { peer: 'db2', from: 3, to: 3, us: 18_000 })).toBe('heard OK for B1 after 18 ms')
    expect(said('slave-connected', 'db2', { peer: 'db3', from: 4 })).toBe('serves db3 from number 4 of its log on')
    expect(said('apply-started', 'db1', { peer: 'db2', from: 1, to: 1 })).toBe('applying what came from db2')
    expect(said('entries-applied', 'db1', { peer: 'db2', from: 1, to: 1, entry: 'db3:1' })).toBe('applied C1')
  })
})

it('with one master an entry has its number', () => {
  expect(said('entries-sent', 'db1', { peer: 'db2', from: 3, to: 4 })).toBe('sent #3, #4 to db2')
})
