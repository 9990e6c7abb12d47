// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest'
import type { Run } from '../../run/index.ts'
import { empty } from '../../scenarios/index.ts'
import { createLab } from '../../worker/index.ts'
import { withMasters } from '../lab/masters/startMasters.ts'
import { createLive, type Live } from '../live/live.ts'
import { page, type Selection } from '../page/page.ts'
import { actionOf, allActions, deskOf, perform } from './index.ts'

let live: Live
const open = (run: Run) => {
  live = createLive(createLab())
  live.do({ do: 'load', run })
}
const three = withMasters(empty.run, 'all-to-all', 3, null)

beforeEach(() => {
  page.set({ where: 'lab', selection: null, open: null })
  open(three)
})

const node = (id: string): Selection => ({ kind: 'node', id })
const client = (id: string): Selection => ({ kind: 'client', id })
const choices = (id: string, target: Selection) => actionOf(id).choices?.(deskOf(live)!, target) ?? []
const seek = (t: number) => live.do({ do: 'seek', t })
const many = () => live.latest!.frame.multiMaster!
const done = () => live.latest!.transport.run.interventions.map(({ atMs: _, ...action }) => action)

/** Ids of the actions that make sense on that target now. */
const offered = (target: Selection) =>
  allActions()
    .filter(({ on, applies }) => on?.includes(target.kind) && applies(deskOf(live)!, target))
    .map(({ id }) => id)

describe('what is offered', () => {
  it('of several masters is nothing that needs one', () => {
    expect(offered(node('db2'))).toEqual(['kill', 'stop-receiver', 'stop-applier', 'repair', 'remove-master'])
    expect(offered(client('c1'))).toEqual(['write', 'write-row'])
    for (const id of ['mode', 'add-slave', 'seed-slave']) expect(perform(live, id), id).toBe(false)
  })

  it('of one master is nothing that needs several', () => {
    open(empty.run)
    for (const id of ['db1', 'db2'])
      for (const action of ['write-row', 'repair', 'skip-entry', 'remove-master'])
        expect(offered(node(id))).not.toContain(action)
  })
})

describe('a row by hand', () => {
  it('is written by the client at that master, with the operation chosen', () => {
    expect(choices('write-row', node('db2'))).toEqual(['put', 'increment', 'add', 'insert', 'delete'])
    perform(live, 'write-row', node('db2'), 'add')
    expect(done()).toMatchObject([{ do: 'write', operation: 'add' }])
    const [{ client: by }] = done() as unknown as [{ client: string }]
    expect(live.latest!.frame.clients.find(({ id }) => id === by)?.target).toBe('db2')
  })

  it('asks which operation where none is chosen', () => {
    perform(live, 'write-row', client('c1'))
    expect(page.get()).toMatchObject({ open: 'actions', selection: client('c1') })
    expect(done()).toEqual([])
  })
})

describe('two masters', () => {
  it('compare their rows, with whoever is up', () => {
    expect(choices('repair', node('db1'))).toEqual(['db2', 'db3'])
    perform(live, 'kill', node('db3'))
    seek(1000)
    expect(choices('repair', node('db1'))).toEqual(['db2'])
    perform(live, 'repair', node('db1'), 'db2')
    expect(done()).toMatchObject([{ do: 'kill' }, { do: 'repair', node: 'db1', from: 'db2' }])
  })

  it('go out of service one by one, but not the last', () => {
    page.set({ selection: node('db2') })
    expect(perform(live, 'remove-master')).toBe(true)
    seek(1000)
    expect(page.get().selection).toBe(null)
    expect(live.latest!.frame.nodes.map(({ id }) => id)).toEqual(['db1', 'db3'])
    perform(live, 'remove-master', node('db3'))
    seek(2000)
    expect(perform(live, 'remove-master', node('db1'))).toBe(false)
  })
})

describe('an applier that stopped', () => {
  beforeEach(() => {
    const { multiMaster } = three.scenario
    const scenario = {
      ...three.scenario,
      multiMaster: { ...multiMaster, rule: 'arrival' as const, generatedKeys: 'shared' as const },
    }
    open({ ...three, scenario })
    seek(100_000)
    const at = (id: string) => live.latest!.frame.clients.find(({ target }) => target === id)!.id
    for (const id of ['db1', 'db2'])
      live.do({ do: 'act', action: { do: 'write', client: at(id), operation: 'insert' } })
    seek(200_000)
  })

  it('goes on when its entry is skipped, and only then has nothing to skip', () => {
    const errors = () => many().sites.flatMap(({ channels }) => channels.flatMap(({ error }) => error?.code ?? []))
    expect(errors().length).toBeGreaterThan(1)
    expect(errors()).toContain(1062)
    expect(choices('skip-entry', node('db1'))).toEqual(['db2'])
    expect(perform(live, 'skip-entry', node('db1'))).toBe(true)
    seek(300_000)
    expect(choices('skip-entry', node('db1'))).toEqual([])
    expect(perform(live, 'skip-entry', node('db1'))).toBe(false)
  })
})
