import { describe, expect, it } from 'vitest'
import { encodeRun, parseRun, readFile, writeFile } from '../run/index.ts'
import { everyPreset, preset, presets } from './index.ts'

describe.each(everyPreset)('preset $id', (one) => {
  it('is found by its id, which is that of its scenario', () => {
    expect(preset(one.id)).toBe(one)
    expect(one.run.scenario.id).toBe(one.id)
  })

  it('is described in one sentence, and says what it scales', () => {
    expect(one.description).toMatch(/^[A-Z][^.!]+\.$/)
    expect(one.run.scenario.about).toMatch(/scaled|real/i)
  })

  it('survives a link and a file, and so does what stands beside it', () => {
    expect(encodeRun(one.run)).toHaveProperty('text')
    if (one.beside !== null) expect(parseRun(one.beside)).toEqual({ run: one.beside })
    expect(readFile(writeFile(one.run))).toEqual({ run: one.run })
  })
})

it('has these presets with a card, in the order of learning', () => {
  expect(presets.map(({ id }) => id)).toEqual([
    'async-pipeline',
    'semi-sync',
    'sync-quorum',
    'fully-sync',
    'lag-under-load',
    'slow-sql-thread',
    'silent-partition',
    'stale-reads',
    'read-your-writes',
    'went-back',
    'heartbeat',
    'noticed-first',
    'two-tier',
    'delayed-slave',
    'purged-log',
    'reseed',
    'failover-clean',
    'failover-lost-writes',
    'drain-skipped',
    'switchover',
    'old-master-returns',
    'rewind-old-master',
    'old-connections-kept',
    'lease-fencing',
    'two-data-centers',
    'three-monitors',
    'no-majority',
    'after-commit-phantom',
    'two-masters-lww',
    'two-strategies',
    'lww-clock-skew',
    'vector-clock-siblings',
    'custom-merge',
    'swapped-rows',
    'lost-increment',
    'duplicate-key',
    'counters-below-zero',
    'ring-of-three',
    'immortal-entry',
    'tombstone-zombie',
    'global-table-mrec',
    'global-table-mrsc',
    'global-table-witness',
  ])
  expect(preset('nonsense')).toBeUndefined()
})
