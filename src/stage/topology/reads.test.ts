import { describe, expect, it } from 'vitest'
import type { Frame } from '../../engine/index.ts'
import type { Shape } from '../picture/index.ts'
import { arrange } from './arrange.ts'
import { client, frame, lastRead, master, message, s, slave } from './fixtures/frames.ts'
import { VIEW } from './fixtures/view.ts'
import { castOf } from './layout.ts'
import { scene } from './scene.ts'

/** What stands on the stage, word by word. */
function wordsOf(part: Partial<Frame>): string[] {
  const one = frame(1, { nodes: [master('db1', 12, 12), slave('db2', 12, 9)], ...part })
  const layout = arrange('wide', castOf(one), { width: 728, height: 564 })
  const words = (shapes: readonly Shape[]): string[] =>
    shapes.flatMap((shape) => [...(shape.words === undefined ? [] : [shape.words]), ...words(shape.children ?? [])])
  return words(scene({ frame: one, time: s(1), view: VIEW }, layout, 'test'))
}
const answers = {
  node: 'db2',
  version: 9,
  newest: { value: 41, write: 12, version: 12 },
  upTo: 9,
  seen: 10,
  verdict: 'own-write-missing',
} as const
const read = lastRead({ key: 'k3', value: 37, write: 9, at: s(0.9), ...answers })
const user = { kind: 'read-write', route: 'random', readsFrom: 'db2' } as const

describe('an answer that its client could not be content with', () => {
  it('carries both versions, the one shown and the newest', () => {
    const reply = message('reply', 'db2', 'c1', [0.95, 1.05], { word: 'k3=37', answers })
    const words = wordsOf({ clients: [client('c1', { ...user, state: 'waiting' })], messages: [reply] })
    expect(words).toEqual(expect.arrayContaining(['k3=37', '#9, newest #12']))
    const back = { ...reply, answers: { ...answers, verdict: 'went-back' as const } }
    expect(wordsOf({ clients: [client('c1', user)], messages: [back] })).toContain('as of #9, had seen #10')
    const fresh = { ...reply, answers: { ...answers, version: 12, verdict: 'fresh' as const } }
    expect(wordsOf({ clients: [client('c1', user)], messages: [fresh] }).join()).not.toContain('newest')
  })

  it('stands at the client until the next one, or until a write of its own is answered', () => {
    expect(wordsOf({ clients: [client('c1', { ...user, lastRead: read })] })).toEqual(
      expect.arrayContaining(['k3=37 #9', 'own #12', 'missing']),
    )
    const since = { write: 13, outcome: 'ok', at: s(0.95) } as const
    expect(wordsOf({ clients: [client('c1', { ...user, lastRead: read, last: since })] })).not.toContain('missing')
    const stale = { ...read, verdict: 'stale' as const }
    expect(wordsOf({ clients: [client('r1', { kind: 'reader', lastRead: stale })] })).toContain('newest #12')
  })
})

it('clients that read have room for what they say', () => {
  const cast = (kind: 'reader' | 'stream') => castOf(frame(1, { clients: [client('a'), client('b', { kind })] }))
  expect([cast('reader').readers, cast('stream').readers]).toEqual([true, false])
})
