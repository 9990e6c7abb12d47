/** The pieces that pages fetch are the ones that everybody else has from the start. */
import { expect, it, vi } from 'vitest'
import { parseRun } from '../../run/index.ts'
import { packs as all, fetchStagePacks as nothingMissing } from './packs.ts'
import { fetchPieces, fetchStagePacks, packs } from './packsLater.ts'

it('a page fetches what a run needs, once, and then has all that the source has', async () => {
  expect(fetchStagePacks(['reads', 'checkers'])).toBeNull()
  expect(packs).toEqual({})
  const names = ['multiMaster', 'operations']
  const missing = fetchStagePacks(names)
  expect(missing).toBeInstanceOf(Promise)
  await missing
  expect(fetchStagePacks(names)).toBeNull()
  expect(fetchPieces(['crowd', 'masters'])).toBeNull()
  expect(packs).toEqual(all)
  expect(nothingMissing(names)).toBeNull()
})

it('what arranges a crowd goes with runs that have one, and not with every one to which something is done', async () => {
  vi.resetModules()
  const { fetchStagePacks: fetchFor } = await import('./packsLater.ts')
  const runOf = (count: number, more: object = {}) => {
    const nodes = Array.from({ length: count }, (_, i) => ({
      id: `db${i + 1}`,
      ...(i === 0 && { role: 'master' }),
      ...more,
    }))
    const parsed = parseRun({ seed: 1, scenario: { nodes }, interventions: [{ atMs: 5, do: 'purge', node: 'db1' }] })
    if ('problem' in parsed) throw new Error(parsed.problem)
    return parsed.run
  }
  expect(fetchFor([])).toBeNull()
  expect(fetchFor(['operations'], runOf(3))).toBeNull()
  expect(fetchFor([], runOf(2, { dataCenter: 'east' }))).toBeInstanceOf(Promise)
  await fetchFor(['operations'], runOf(4))
  expect(fetchFor(['operations'], runOf(4))).toBeNull()
})

it('several masters have what draws data centres where they stand in some', async () => {
  vi.resetModules()
  const { fetchStagePacks: fetchFor, packs: here } = await import('./packsLater.ts')
  const masters = (more: object) => {
    const nodes = ['db1', 'db2'].map((id) => ({ id, role: 'master', ...more }))
    const parsed = parseRun({
      scenario: { multiMaster: { topology: 'all-to-all' }, failover: { monitor: false }, nodes },
    })
    if ('problem' in parsed) throw new Error(parsed.problem)
    return parsed.run
  }
  await fetchFor(['multiMaster'], masters({}))
  expect(Object.keys(here)).toEqual(['masters'])
  await fetchFor(['multiMaster'], masters({ dataCenter: 'east' }))
  expect(Object.keys(here)).toEqual(['masters', 'crowd'])
})
