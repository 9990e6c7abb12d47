/** The pieces that pages fetch are the ones that everybody else has from the start. */
import { expect, it, vi } from 'vitest'
import { parseRun } from '../run/index.ts'
import { packs as all, fetchWordPacks as nothingMissing } from './packs.ts'
import { fetchWordPacks, packs } from './packsLater.ts'

it('a page fetches what a run needs, once, and then has all that the source has', async () => {
  expect(fetchWordPacks(['reads', 'checkers'])).toBeNull()
  expect(packs).toEqual({})
  const names = ['multiMaster']
  const missing = fetchWordPacks(names)
  expect(missing).toBeInstanceOf(Promise)
  await missing
  expect(fetchWordPacks(names)).toBeNull()
  expect(packs).toEqual(all)
  expect(nothingMissing(names)).toBeNull()
})

it('what is told of settings goes with a run in which somebody sets one, or with whatever is done next', async () => {
  vi.resetModules()
  const { fetchWordPacks: fetchWords, packs: here } = await import('./packsLater.ts')
  const scenario = { nodes: [{ id: 'db1', role: 'master' }, { id: 'db2' }] }
  const runOf = (action: object) => {
    const parsed = parseRun({ seed: 1, scenario, interventions: [{ atMs: 5, ...action }] })
    if ('problem' in parsed) throw new Error(parsed.problem)
    return parsed.run
  }
  expect(fetchWords(['operations'], runOf({ do: 'purge', node: 'db1' }))).toBeNull()
  await fetchWords(['operations'], runOf({ do: 'set', path: 'costs.applyMs', value: 9 }))
  expect(here.operations).toBeDefined()
})
