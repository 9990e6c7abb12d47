// The figure for articles plays one run as it is: with the pieces that take the place of branches and the rest.
import { expect, it, vi } from 'vitest'
import { preset } from '../scenarios/index.ts'
import { createPlayback } from './index.ts'

vi.mock('./branches.ts', () => import('./noBranches.ts'))
vi.mock('./comparison.ts', () => import('./noComparison.ts'))
vi.mock('./checkCommand.ts', () => import('./noCommandCheck.ts'))
vi.mock('./checkedRun.ts', () => import('./givenRun.ts'))
vi.mock('./until.ts', () => import('./noUntil.ts'))

it('plays, steps, steps back and goes to its start and end; nobody can act', () => {
  const { run } = preset('failover-lost-writes')!
  const playback = createPlayback()
  expect(playback.do({ do: 'load', run, t: 900_000 })).toBeNull()
  const there = playback.update()!
  expect(there.frame.time).toBe(900_000)
  expect(playback.do({ do: 'step' })).toBeNull()
  expect(playback.update()!.frame.time).toBeGreaterThan(900_000)
  for (let back = 0; back < 2; back++) playback.do({ do: 'step-back' })
  expect(playback.update()!.frame.time).toBeLessThan(900_000)
  expect(playback.do({ do: 'play' })).toBeNull()
  for (const now of [1000, 1020, 1040]) playback.tick(now)
  expect(playback.do({ do: 'reset' })).toBeNull()
  expect(playback.update()!.frame.time).toBe(0)
  expect(playback.do({ do: 'seek', t: 900_000 })).toBeNull()
  expect(playback.update()!.frame).toEqual(there.frame)
  for (const command of [
    { do: 'act', action: { do: 'kill', node: 'db2' } },
    { do: 'compare', branch: 1 },
    { do: 'redo' },
  ] as const)
    expect(playback.do(command)).toMatch(/as it is\.$/)
  expect(playback.do({ do: 'undo' })).toBeNull()
  expect(playback.update()!.frame.time).toBe(900_000)
  // Another run in its place.
  expect(playback.do({ do: 'load', run: preset('home')!.run })).toBeNull()
  expect(playback.update()).toMatchObject({ frame: { time: 0, scenarioId: 'home' }, other: null })
})

it('what is loaded after the real parts were brought can be acted on, played to a condition, and compared', async () => {
  const { bringBranches } = await import('./noBranches.ts')
  const { bringComparison } = await import('./noComparison.ts')
  const { bringUntil } = await import('./noUntil.ts')
  const { run } = preset('home')!
  const playback = createPlayback()
  playback.do({ do: 'load', run, t: 300_000 })
  expect(playback.do({ do: 'play-until', when: null, mostUs: 1000 })).toMatch(/condition\.$/)
  bringBranches((await vi.importActual<typeof import('./branches.ts')>('./branches.ts')).Branches)
  bringComparison((await vi.importActual<typeof import('./comparison.ts')>('./comparison.ts')).Comparison)
  bringUntil((await vi.importActual<typeof import('./until.ts')>('./until.ts')).untilOf)
  expect(playback.do({ do: 'act', action: { do: 'kill', node: 'db1' } }), 'the run of before').toMatch(/as it is\.$/)
  playback.do({ do: 'load', run, t: 300_000 })
  expect(playback.do({ do: 'act', action: { do: 'kill', node: 'db1' } })).toBeNull()
  const down = 'node(db1).process = down'
  expect(playback.do({ do: 'play-until', when: down, mostUs: 1000, atOnce: true })).toBeNull()
  expect(playback.update()!.transport.until).toMatchObject({ met: true })
  expect(playback.do({ do: 'beside', run, name: 'Nobody dies', here: { name: 'It dies' } })).toBeNull()
  expect(playback.update()!.other!.frame.nodes[0]).toMatchObject({ id: 'db1', process: 'up' })
})
