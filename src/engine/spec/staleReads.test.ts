/** SPEC U13, U15: what readers of several masters are shown, and which of it was stale. */
import { describe, expect, it } from 'vitest'
import { createEngine, type Engine } from '../index.ts'
import { randomMasters } from '../observe/randomMasters.ts'
import { OK } from '../writes.ts'
import { Company } from './masters.ts'

const readers = ['db1', 'db2'].map((node, at) => ({
  id: `r${at + 1}`,
  kind: 'reader',
  readsPerSecond: 100,
  node,
  keys: 1,
  startMs: 60,
}))
const writers = ['db1', 'db2'].map((node, at) => ({ id: `c${at + 1}`, kind: 'stream', ratePerSecond: 0, node }))
const company = (multiMaster: object = {}) =>
  new Company({ clients: [...writers, ...readers], network: { oneWayMs: 40 }, multiMaster })

const stale = (lab: Company) => lab.frame().clients.map(({ reads }) => reads.stale)

describe('reads from several masters', () => {
  it('[U13] show what stands where they ask; one that had not heard of a write told OK before it was sent is stale', () => {
    const lab = company()
    lab.pass(100).does('c1', 'put', 5).pass(30)
    // The other master has not got it yet, and its reader cannot see it.
    expect(stale(lab).slice(2)).toEqual([0, expect.any(Number)])
    expect(stale(lab)[3]).toBeGreaterThan(0)
    const { lastRead } = lab.frame().clients[3]!
    expect(lastRead).toMatchObject({ value: null, verdict: 'stale', newest: { value: 5 } })
    const until = lab.pass(30) && stale(lab)[3]!
    lab.pass(100)
    expect(stale(lab)[3]).toBe(until)
    expect(lab.frame().clients[3]!.lastRead).toMatchObject({ value: 5, verdict: 'fresh' })
    expect(lab.frame().counters.staleReads).toBe(until)
  })

  it('[U13] nothing changes by it: no fact says so, and no digest', () => {
    const lab = company()
    lab.pass(100).does('c1', 'put', 5).pass(100)
    expect(lab.frame().counters.staleReads).toBeGreaterThan(0)
    expect(lab.engine.factsAfter(0).map(({ kind }) => kind)).not.toContain('stale-read')
  })

  it('[U15] what a rule has thrown away where it is asked has been heard of: it is discarded, not stale', () => {
    const lab = company()
    lab.pass(100).does('c1', 'put', 5).pass(10).does('c2', 'put', 6).pass(200)
    expect(lab.frame().counters.discarded).toBe(1)
    const before = stale(lab)
    expect(Math.min(...before.slice(2))).toBeGreaterThan(0)
    lab.pass(300)
    expect(stale(lab)).toEqual(before)
  })

  it('[U15] an applier that has stopped leaves every later read stale, until it has heard of the write', () => {
    const lab = company({ rule: 'arrival' })
    lab.act({ do: 'stop-applier', node: 'db2' })
    lab.pass(10).does('c1', 'put', 5).pass(300)
    const before = stale(lab)[3]!
    expect(before).toBeGreaterThan(20)
    lab.act({ do: 'start-applier', node: 'db2' })
    lab.pass(30)
    const after = stale(lab)[3]!
    lab.pass(200)
    expect(stale(lab)[3]).toBe(after)
  })
})

/** A read as an observer finds it who looks at everything: at each answer it goes through all writes there are. */
function slowly(engine: Engine, untilUs: number): { said: boolean; found: boolean[] }[] {
  const reads: { said: boolean; found: boolean[] }[] = []
  const answers = new Map<string, boolean[]>()
  let known = 0
  let seenMessages = 0
  /** At the node that answers: does a write of the row, told OK when the client asked, stand in none of its logs? */
  const lacks = (client: number, from: string, key: number): boolean =>
    engine.measured(({ multi, writes, entries, nodes, clients }) => {
      const site = multi!.sites[nodes.findIndex(({ id }) => id === from)]!
      const { at } = clients[client]!.asked!
      for (let row = 0; row < writes.length; row++) {
        const entry = writes.entry.get(row)
        if (writes.outcome.get(row) !== OK || writes.settledAt.get(row) > at || entry === 0) continue
        const written = multi!.written.get(entry)!
        if (written.version === null || written.key !== key) continue
        if ((site.seen[entries.originOf(entry)] ?? 0) < entries.sequenceOf(entry)) return true
      }
      return false
    })
  const look = (): { client: number; from: string; key: number; id: string }[] =>
    engine.measured(({ messages, clients }) =>
      [...messages.values()].flatMap(({ kind, write, from, to, event, id }) =>
        kind === 'reply' && write === 0 && event['ok'] === true && id > seenMessages
          ? [{ client: clients.findIndex((one) => one.id === to), from, key: Number(event['key']), id: String(id) }]
          : [],
      ),
    )
  for (let next = engine.nextEventAt(); next !== null && next <= untilUs; next = engine.nextEventAt()) {
    // What the node lacked just before this instant, and after it: an entry may have come in the very same one.
    const asking = engine.measured(({ clients }) => clients.map(({ asked }) => asked))
    const before = asking.map((asked, client) =>
      asked === null
        ? false
        : lacks(
            client,
            engine.measured(({ nodes }) => nodes[asked.node]!.id),
            asked.key,
          ),
    )
    engine.runTo(next)
    for (const { client, from, key, id } of look()) {
      answers.set(String(client), [before[client]!, lacks(client, from, key)])
      seenMessages = Math.max(seenMessages, Number(id))
    }
    engine.measured(({ reads: table }) => {
      for (; known < table.length; known++) {
        const said = Array.from({ length: table.stale.length }, (_, i) => table.stale.get(i)).includes(known)
        reads.push({ said, found: answers.get(String(table.client.get(known))) ?? [] })
      }
    })
  }
  return reads
}

it('[U13] random runs of every rule: a read is called stale exactly where an observer of everything finds it so', () => {
  let [all, old] = [0, 0]
  for (let number = 1; number <= 14; number++) {
    const drawn = randomMasters(number, true)
    const { nodes } = drawn.scenario
    // Nobody compares rows, so that what a master has heard of is what it has applied.
    const calm = drawn.interventions.filter(({ do: what }) => what !== 'repair' && what !== 'remove-master')
    const clients = [
      ...drawn.scenario.clients.filter(({ kind }) => kind !== 'reader'),
      { ...drawn.scenario.clients[0]!, id: 'watcher', kind: 'reader' as const, readsPerSecond: 40, writes: 0 },
    ]
    const scenario = { ...drawn.scenario, clients, multiMaster: { ...drawn.scenario.multiMaster, tombstones: 'keep' } }
    const known = (id: string) => clients.some((client) => client.id === id) || nodes.some((node) => node.id === id)
    const interventions = calm.filter((one) => !('client' in one) || known(one.client))
    for (const { said, found } of slowly(
      createEngine({ ...drawn, scenario, interventions } as typeof drawn),
      1_500_000,
    )) {
      all++
      if (said) old++
      expect(found).toContain(said)
    }
  }
  expect(all).toBeGreaterThan(300)
  expect(old).toBeGreaterThan(30)
  expect(all - old).toBeGreaterThan(30)
})
