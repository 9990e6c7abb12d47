/** Each case of the repository, by name: what a recording of a real database says, held against the engine. */
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { casesIn } from './folder.ts'
import { judge } from './judge.ts'
import { tableOf } from './table.ts'

const folder = join(import.meta.dirname, 'cases')
const read = casesIn(folder)
const cases = 'cases' in read ? read.cases : []

/** The recordings that there are; each has at least one case. */
const RECORDINGS = [
  ...['async-applier-blocked', 'async-latency', 'async-link-cut', 'async-link-stall', 'async-slow-applier'],
  ...['bootstrap-new-slave', 'certification', 'chain', 'circular-conflicts', 'conflict-revision-tree'],
  ...['failover-async', 'failover-manager', 'failover-semisync', 'lag-columns', 'rejoin-old-master'],
  ...['semisync-fallback', 'semisync-latency', 'split-brain', 'sync-levels'],
]

describe('cases of recordings', () => {
  it('are all read, each under its own id, and none of the recordings is left out', () => {
    expect(read).not.toHaveProperty('problem')
    const ids = cases.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect([...new Set(ids.map((id) => id.split('/')[0]))].sort()).toEqual(RECORDINGS)
  })

  it('lie in files named after their ids', () => {
    for (const name of readdirSync(folder)) {
      const { id } = JSON.parse(readFileSync(join(folder, name), 'utf8')) as { id: string }
      expect(id.replaceAll('/', '-')).toBe(basename(name, '.json'))
    }
  })

  it.each(cases.filter(({ later }) => later === null).map((one) => [one.id, one] as const))('%s holds', (_, one) => {
    const verdict = judge(one)
    expect(verdict.holds, tableOf(verdict)).toBe(true)
  })
})
