// The lab's page fetches branches, and the check of runs, when somebody does something: then they are the same.
import { expect, it, vi } from 'vitest'
import { home, preset } from '../scenarios/index.ts'
import type { Command } from './index.ts'
import { createPlayback as withAll } from './index.ts'
import { Packs } from './packs.ts'
import { createPlayback } from './playback.ts'

const swap = vi.hoisted(() => async (original: () => Promise<object>) => {
  vi.doMock('./branches.ts', () => import('./branchesLater.ts'))
  vi.doMock('./checkedRun.ts', () => import('./checkedRunLater.ts'))
  vi.doMock('./differences.ts', () => import('./differencesLater.ts'))
  const module = await original()
  vi.doUnmock('./branches.ts')
  vi.doUnmock('./checkedRun.ts')
  vi.doUnmock('./differences.ts')
  return module
})
vi.mock('./comparison.ts', swap)
vi.mock('./loaded.ts', swap)
vi.mock('./packs.ts', swap)
vi.mock('./playback.ts', swap)

const SCRIPT: Command[] = [
  { do: 'act', action: { do: 'kill', node: 'db1' } },
  { do: 'seek', t: 900_000 },
  { do: 'act', action: { do: 'kill', node: 'db2' } },
  { do: 'rename-branch', branch: 2, name: 'Both' },
  { do: 'compare', branch: 1 },
  { do: 'undo' },
  { do: 'redo' },
]

it('one branch before, and all that can be done to it afterwards', async () => {
  const packs = new Packs()
  const ready = { ...home, run: Object.freeze({ ...home.run }) }
  const [late, whole] = [createPlayback(), withAll()]
  const opened: Command = { do: 'load', run: ready.run, t: 3_000_000 }
  expect(packs.forCommand(opened)).toBeNull()
  for (const playback of [late, whole]) expect(playback.do(opened)).toBeNull()
  expect(late.update()).toEqual(whole.update())
  expect(late.update()!.transport.branches).toBe(late.update()!.transport.branches)
  expect(packs.forCommand({ do: 'play' })).toBeNull()
  expect(() => late.do(SCRIPT[0]!)).toThrow('not been fetched')
  for (const command of SCRIPT) {
    await packs.forCommand(command)
    for (const playback of [late, whole]) expect(playback.do(command)).toBeNull()
    expect(late.update()).toEqual(whole.update())
  }
  expect(packs.forCommand(SCRIPT[0]!)).toBeNull()
})

it('what did not come with the page waits for its check, and nonsense is refused', async () => {
  const packs = new Packs()
  const playback = createPlayback()
  const { run } = preset('semi-sync')!
  const opened: Command = { do: 'load', run, t: 0 }
  const missing = packs.forCommand(opened)
  expect(missing).toBeInstanceOf(Promise)
  await missing
  expect(packs.forCommand(opened)).toBeNull()
  expect(playback.do(opened)).toBeNull()
  const nonsense = { do: 'load', run: { nonsense: true } } as never
  await packs.forCommand(nonsense)
  expect(playback.do(nonsense)).toMatch(/[.?]$/)
  await packs.forCommand({ do: 'load', run: null } as never)
  expect(playback.do({ do: 'load', run: null } as never)).toMatch(/[.?]$/)
})
