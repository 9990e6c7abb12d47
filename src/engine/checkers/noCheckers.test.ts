// The figure for articles runs without checkers: it must show what the lab shows, apart from their verdicts.
import { expect, it, vi } from 'vitest'
import { home } from '../../scenarios/index.ts'
import type { createEngine } from '../index.ts'

async function played(create: typeof createEngine) {
  const engine = create({ ...home.run, interventions: [{ atMs: 245, do: 'kill', node: 'db1' }] })
  engine.runTo(home.at + 3_000_000)
  const { checkers, ...shown } = engine.frame()
  return { checkers, shown, digest: engine.digest() }
}

it('nothing but the verdicts is missing without checkers', async () => {
  const whole = await played((await import('../index.ts')).createEngine)
  vi.resetModules()
  vi.doMock('./index.ts', () => import('./noCheckers.ts'))
  const bare = await played((await import('../index.ts')).createEngine)
  expect(whole.checkers.length).toBeGreaterThan(0)
  expect(bare.checkers).toEqual([])
  expect(bare.shown).toEqual(whole.shown)
  expect(bare.shown.lost.length).toBeGreaterThan(0)
  expect(bare.digest).toEqual(whole.digest)
})
