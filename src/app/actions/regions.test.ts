// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest'
import { empty } from '../../scenarios/index.ts'
import { createLab } from '../../worker/index.ts'
import { withMasters } from '../lab/masters/startMasters.ts'
import { createLive, type Live } from '../live/live.ts'
import { page, type Selection } from '../page/page.ts'
import { actionOf, deskOf, perform } from './index.ts'

let live: Live
const open = (kind: 'mrec' | 'mrsc' | 'all-to-all') => {
  live = createLive(createLab())
  live.do({ do: 'load', run: withMasters(empty.run, kind, 3, null) })
}
const node = (id: string): Selection => ({ kind: 'node', id })
const choices = (id: string, at: string) => actionOf(id).choices?.(deskOf(live)!, node(at)) ?? []
const applies = (id: string, at: string) => actionOf(id).applies(deskOf(live)!, node(at))
const done = () => live.latest!.transport.run.interventions.map(({ atMs: _, ...action }) => action)

beforeEach(() => {
  page.set({ where: 'lab', selection: null, open: null })
  open('mrec')
})

describe('a region', () => {
  it('has its replicas stopped and started, one by one', () => {
    expect(choices('kill-replica', 'db1')).toEqual(['a', 'b', 'c'])
    expect(applies('restart-replica', 'db1')).toBe(false)
    expect(perform(live, 'kill-replica', node('db1'), 'b')).toBe(true)
    live.do({ do: 'seek', t: 1000 })
    expect([choices('kill-replica', 'db1'), choices('restart-replica', 'db1')]).toEqual([['a', 'c'], ['b']])
    perform(live, 'restart-replica', node('db1'))
    expect(done()).toEqual([
      { do: 'kill-replica', node: 'db1', zone: 'b' },
      { do: 'restart-replica', node: 'db1', zone: 'b' },
    ])
  })

  it('is isolated by cutting off its place, and comes back', () => {
    perform(live, 'isolate-region', node('db2'))
    live.do({ do: 'seek', t: 1000 })
    expect([applies('isolate-region', 'db2'), applies('join-region', 'db2')]).toEqual([false, true])
    perform(live, 'join-region', node('db2'))
    expect(done()).toEqual([
      { do: 'cut-data-center', dataCenter: 'db2' },
      { do: 'heal-data-center', dataCenter: 'db2' },
    ])
  })

  it('has nothing done to it that only single servers have', () => {
    const SINGLE = ['stop-receiver', 'stop-applier', 'purge', 'repair', 'skip-entry', 'merge-function', 'strategies']
    for (const id of SINGLE) expect([id, applies(id, 'db1')]).toEqual([id, false])
    expect(applies('remove-master', 'db1')).toBe(true)
    open('mrsc')
    expect(applies('remove-master', 'db1')).toBe(false)
  })

  it('is what single servers are not', () => {
    open('all-to-all')
    for (const id of ['kill-replica', 'restart-replica', 'isolate-region', 'join-region'])
      expect([id, applies(id, 'db1')]).toEqual([id, false])
  })
})
