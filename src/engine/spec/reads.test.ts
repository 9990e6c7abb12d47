/** SPEC R10-R20: whom a client reads from, what slaves answer, and what can be wrong about an answer (DOMAIN 2.6). */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Fact } from '../index.ts'
import { Lab, type Setting } from './lab.ts'

const USER = { id: 'u', kind: 'read-write', thinkMs: 10, keys: 2, readsPerWrite: 2, timeoutMs: 3000, retryMs: 50 }
const READER = { id: 'r', kind: 'reader', thinkMs: 5, keys: 2, timeoutMs: 3000, retryMs: 50 }
const WRITER = { id: 'w', thinkMs: 8, keys: 2 }
const FAILOVER = { probeEveryMs: 50, probeTimeoutMs: 40, misses: 2, promoteMs: 5, rerouteMs: 5 }
/** db2 is 4 ms behind, db3 60 ms. */
const NEAR_AND_FAR = { oneWayMs: { db2: 4, db3: 60 } }
const lab = (clients: object[], more: Setting = {}) =>
  new Lab({ clients, failover: { monitor: false }, ...NEAR_AND_FAR, ...more })
const set = (one: Lab, path: string, value: number | string): Lab => one.act({ do: 'set', path, value })
const asked = (one: Lab, client: string): (string | undefined)[] =>
  one.facts('read-sent', client).map(({ args }) => args.peer)
const counted = (one: Lab) => {
  const { staleReads, ownWriteMissing, readsWentBack } = one.frame().counters
  return { staleReads, ownWriteMissing, readsWentBack }
}
const guarantee = (one: Lab, name: string) => one.frame().checkers.find((checker) => checker.name === name)!

describe('routes', () => {
  test('[R10] a slave answers with what it has applied, and reads take nothing from anybody', () => {
    const one = lab([WRITER, { ...READER, route: 'sticky' }]).pass(1000)
    const from = asked(one, 'r')[0]!
    expect(['db2', 'db3']).toContain(from)
    const applied = one.facts('entries-applied', from)
    const positions = new Map(one.facts('entries-logged').map(({ args }) => [args.write, args.to]))
    for (const { t, args } of one.facts('read-answered')) {
      const upTo = applied.filter((fact) => fact.t <= t - 100).at(-1)?.args.to ?? 0
      expect(args.write === undefined ? 0 : positions.get(args.write)).toBeLessThanOrEqual(upTo)
    }
    const alone = lab([WRITER]).pass(1000).frame()
    expect(alone.nodes.map(({ applied: at }) => at)).toEqual(one.frame().nodes.map(({ applied: at }) => at))
  })

  test('[R11] leader: every read goes to the master, and only a master answers one that is meant for it', () => {
    const one = lab([READER], { failover: FAILOVER }).pass(300)
    expect(new Set(asked(one, 'r'))).toEqual(new Set(['db1']))
    one.kill('db1').until('client-rerouted', 'r')
    const before = asked(one, 'r').length
    one.pass(200)
    expect(new Set(asked(one, 'r').slice(before + 1))).toEqual(new Set(['db2']))
    expect(one.client('r')).toMatchObject({ target: 'db2', readsFrom: 'db2', route: 'leader' })
  })

  test('[R12] random: every slave gets its share, the master none; who is found gone or deposed is asked no more', () => {
    const nodes = ['db1', 'db2', 'db3', 'db4']
    const client = { ...READER, route: 'random', retryMs: 5 }
    const one = lab([client], { nodes, failover: FAILOVER, oneWayMs: {} }).pass(2000)
    const shares = nodes.map((id) => asked(one, 'r').filter((node) => node === id).length / asked(one, 'r').length)
    expect(shares[0]).toBe(0)
    for (const share of shares.slice(1)) expect(share).toBeGreaterThan(0.2)
    one.kill('db3').pass(400)
    const before = asked(one, 'r').length
    one.pass(500)
    expect(new Set(asked(one, 'r').slice(before))).toEqual(new Set(['db2', 'db4']))
    // Without any slave the master is asked.
    const alone = lab([client], { nodes: ['db1'], oneWayMs: {} }).pass(100)
    expect(new Set(asked(alone, 'r'))).toEqual(new Set(['db1']))
  })

  test('[R13] sticky: one slave for as long as it lives, then another', () => {
    const one = lab([{ ...READER, route: 'sticky' }], { failover: FAILOVER }).pass(500)
    const [first] = asked(one, 'r')
    expect(new Set(asked(one, 'r'))).toEqual(new Set([first]))
    one.kill(first!).pass(500)
    const [, second] = [...new Set(asked(one, 'r'))]
    expect(second).toBe(first === 'db2' ? 'db3' : 'db2')
    expect(one.client('r').readsFrom).toBe(second)
    one.restart(first!).pass(1000)
    expect(asked(one, 'r').at(-1)).toBe(second)
  })

  test('[R14] leader after own write: the master for the window, then any slave', () => {
    const user = { ...USER, thinkMs: 40, readsPerWrite: 4, route: 'leader-after-write', routeWindowMs: 100 }
    const one = lab([user]).pass(5000)
    for (const { t, args } of one.facts('read-sent', 'u')) {
      const told = one
        .facts('write-ok', 'u')
        .filter((fact) => fact.t < t)
        .at(-1)!
      expect(args.peer === 'db1').toBe(t - told.t < 100_000)
    }
    expect(new Set(asked(one, 'u'))).toEqual(new Set(['db1', 'db2', 'db3']))
  })

  test('[R15] wait for position: a slave answers once it is that far, without a word to the master', () => {
    const user = { ...USER, thinkMs: 5, route: 'wait-for-position', positionTimeoutMs: 2000 }
    const one = lab([user], { nodes: ['db1', 'db3'], oneWayMs: { db3: 60 } }).pass(3000)
    expect(one.facts('read-held').length).toBeGreaterThan(10)
    expect(new Set(asked(one, 'u'))).toEqual(new Set(['db3']))
    const applied = one.facts('entries-applied', 'db3')
    for (const { t, args } of one.facts('read-held').slice(0, -1))
      expect(applied.some((fact) => fact.t > t && fact.args.from! <= args.to! && fact.args.to! >= args.to!)).toBe(true)
    expect(counted(one)).toEqual({ staleReads: 0, ownWriteMissing: 0, readsWentBack: 0 })
  })

  test('[R15] a slave that is not that far in time says so after exactly that time, and the read goes to the master', () => {
    const user = { ...USER, route: 'wait-for-position', positionTimeoutMs: 120 }
    const one = lab([user]).act({ do: 'stop-applier', node: 'db2' }).act({ do: 'stop-applier', node: 'db3' }).pass(2000)
    const held = one.facts('read-held')
    expect(held.length).toBeGreaterThan(3)
    const again = one.facts('read-sent', 'u').filter(({ args }) => args.peer === 'db1')
    for (const [at, { t }] of again.entries()) expect(t - held[at]!.t).toBe(120_000 + 100)
    const { ownWriteMissing, reads } = one.frame().counters
    expect([ownWriteMissing, reads > 5]).toEqual([0, true])
    expect(one.facts('read-failed')).toEqual([])
  })

  test('[R16] the position of a lost write holds nobody up twice: the new master knows that it is gone', () => {
    const user = {
      ...USER,
      thinkMs: 30,
      keys: 1,
      readsPerWrite: 60,
      route: 'wait-for-position',
      positionTimeoutMs: 150,
    }
    const one = lab([user], { failover: FAILOVER, oneWayMs: { db2: 100, db3: 100 } })
    one.until('write-ok', 'u')
    one.pass(5).kill('db1').until('promoted')
    one.until('client-rerouted', 'u')
    expect(one.frame().counters.lost).toBe(1)
    const { id } = one.until('read-answered', 'u')
    one.pass(1500)
    const later = one.facts('read-held').filter((fact) => fact.id > id)
    expect(later).toEqual([])
    expect(asked(one, 'u').at(-1)).toBe('db3')
    const missing = one.facts('own-write-missing', 'u')
    expect(missing.length).toBeGreaterThan(10)
    expect(guarantee(one, 'ownReads')).toMatchObject({ promised: false, held: false })
  })

  test('[R16] a position that survives a failover still holds', () => {
    const user = { ...USER, thinkMs: 3, route: 'wait-for-position', positionTimeoutMs: 400 }
    const replication = { mode: 'semi-sync', timeoutMs: 60_000 }
    const one = lab([user], { failover: FAILOVER, replication, oneWayMs: { db2: 4, db3: 90 } }).pass(700)
    one.kill('db1').until('client-rerouted', 'u')
    one.restart('db1').pass(2000)
    expect(one.frame().counters.lost).toBe(0)
    expect(new Set(asked(one, 'u'))).toContain('db3')
    expect(counted(one)).toMatchObject({ ownWriteMissing: 0, readsWentBack: 0 })
    for (const name of ['ownReads', 'monotonicReads'])
      expect(guarantee(one, name)).toMatchObject({ promised: true, held: true })
  })

  test('[R17] a read that fails says why, and the next one asks somebody else', () => {
    const one = lab([{ ...READER, route: 'sticky' }]).pass(200)
    const first = asked(one, 'r').at(-1)!
    one.stall('r', first).pass(3200)
    expect(one.facts('read-failed').map(({ args }) => [args.peer, args.reason])).toEqual([[first, 'timeout']])
    expect(asked(one, 'r').at(-1)).not.toBe(first)
    const [reset, dead] = [lab([READER]).pass(203.1), lab([READER]).pass(200)]
    reset.cut('r', 'db1').pass(60)
    expect(reset.facts('read-failed')[0]!.args.reason).toMatch(/connection-lost|refused/)
    dead.kill('db1').pass(100)
    expect(dead.facts('read-failed').at(-1)!.args).toMatchObject({ peer: 'db1', reason: 'refused' })
  })
})

describe('what is wrong about an answer', () => {
  /** Every read of a run with what can be said of it, found out from facts alone. */
  function reviewed(one: Lab) {
    const facts = one.every()
    const positions = new Map<number, number>()
    const oks: Fact[] = []
    const own = new Map<string, number>()
    const seen = new Map<string, number>()
    const sent = new Map<string, { newest: number; own: number; seen: number }>()
    const applied = new Map<string, { t: number; to: number }[]>()
    const rowOf = new Map<number, string>()
    const found = { staleReads: 0, ownWriteMissing: 0, readsWentBack: 0 }
    for (const fact of facts) {
      const { kind, at, args, t } = fact
      if (kind === 'write-sent') rowOf.set(args.write!, args.key!)
      if (kind === 'entries-logged') positions.set(args.write!, args.to!)
      if (kind === 'entries-applied' || kind === 'entries-committed')
        applied.set(at, [...(applied.get(at) ?? []), { t, to: args.to! }])
      if (kind === 'write-ok') {
        oks.push(fact)
        own.set(`${at} ${rowOf.get(args.write!)}`, args.to!)
      }
      if (kind === 'read-sent' && fact.cause === 0) {
        const told = oks.filter((ok) => rowOf.get(ok.args.write!) === args.key).map((ok) => ok.args.to!)
        sent.set(at, {
          newest: Math.max(0, ...told),
          own: own.get(`${at} ${args.key}`) ?? 0,
          seen: seen.get(at) ?? 0,
        })
      }
      if (kind !== 'read-answered') continue
      const before = sent.get(at)!
      const version = args.write === undefined ? 0 : positions.get(args.write)!
      // Clients are 100 us away, and there is no jitter.
      const upTo =
        applied
          .get(args.peer!)
          ?.filter((each) => each.t <= t - 100)
          .at(-1)?.to ?? 0
      if (version < before.newest) found.staleReads++
      if (version < before.own) found.ownWriteMissing++
      if (upTo < before.seen) found.readsWentBack++
      seen.set(at, Math.max(upTo, seen.get(at) ?? 0))
    }
    return found
  }

  test('[R18] stale, own write missing and went back: as the facts say, whatever the route', () => {
    fc.assert(
      fc.property(
        fc.record({
          seed: fc.nat(1000),
          route: fc.constantFrom('leader', 'random', 'sticky', 'leader-after-write', 'wait-for-position'),
          thinkMs: fc.integer({ min: 1, max: 60 }),
          near: fc.integer({ min: 1, max: 40 }),
          far: fc.integer({ min: 1, max: 150 }),
          keys: fc.integer({ min: 1, max: 4 }),
          routeWindowMs: fc.integer({ min: 1, max: 200 }),
          positionTimeoutMs: fc.integer({ min: 1, max: 300 }),
        }),
        ({ seed, route, thinkMs, near, far, keys, ...waits }) => {
          const reads = { thinkMs, keys, route, ...waits }
          const clients = [{ ...USER, ...reads }, { ...READER, ...reads }, WRITER]
          const one = lab(clients, { seed, oneWayMs: { db2: near, db3: far } }).pass(1500)
          expect(counted(one)).toEqual(reviewed(one))
        },
      ),
      { seed: 6, numRuns: 25 },
    )
  })

  test('[R18] an answer under way and the last one say which version they show, and which is the newest', () => {
    const one = lab([{ ...USER, keys: 1, route: 'sticky', thinkMs: 2 }], { oneWayMs: { db2: 60, db3: 60 } })
    const fact = one.until('own-write-missing', 'u')
    const { lastRead } = one.client('u')
    expect(lastRead).toMatchObject({ node: fact.args.peer, version: 0, value: null, verdict: 'own-write-missing' })
    expect(lastRead!.newest).toMatchObject({ version: 1, write: 1 })
    expect(fact.args).toMatchObject({ key: 'k1', from: 0, to: 1, list: [1] })
    const stale = one.facts('stale-read').at(-1)!
    expect(stale.args).toMatchObject({ from: 0, to: 1, us: expect.any(Number) })
    for (let tries = 0; tries < 100; tries++) {
      const reply = one
        .pass(0.05)
        .frame()
        .messages.find(({ kind, answers }) => kind === 'reply' && answers !== null)
      if (!reply) continue
      expect(reply.answers).toMatchObject({ node: fact.args.peer, version: 0, verdict: 'own-write-missing' })
      expect(reply.answers!.newest!.version).toBe(1)
      return
    }
    throw new Error('No answer was under way.')
  })

  test('[R18] a row is called by its name, also with one master', () => {
    const one = lab([{ ...USER, keys: 1, route: 'sticky', thinkMs: 2 }], {
      oneWayMs: { db2: 60, db3: 60 },
      multiMaster: { rows: 'cart' },
    })
    expect(one.until('own-write-missing', 'u').args.key).toBe('cart')
  })

  test('[R18] the first of a client is a milestone, and only the worst of one answer', () => {
    const one = lab([{ ...USER, route: 'random' }, { ...READER, route: 'random' }, WRITER]).pass(3000)
    const told = one.engine.milestones().filter(({ at }) => at === 'u' || at === 'r')
    const kinds = told.map(({ at, kind }) => `${at} ${kind}`)
    expect(new Set(kinds).size).toBe(kinds.length)
    expect(kinds).toContain('u own-write-missing')
    expect(new Set(told.map(({ t }) => t)).size).toBe(told.length)
  })

  const chain = (one: Lab, fact: Fact): string[] => {
    const kinds: string[] = []
    for (let at: Fact | undefined = fact; at; at = one.every()[at.cause - 1]) kinds.push(`${at.kind} ${at.at}`)
    return kinds
  }

  test('[R19] its cause is what the node lacked: still being applied, on the wire, or held up by a fault', () => {
    const user = { ...USER, keys: 1, route: 'sticky', thinkMs: 2, readsPerWrite: 1 }
    const slow = lab([user], { nodes: ['db1', 'db2'], oneWayMs: { db2: 1 }, costs: { applyMs: 50 } })
    expect(chain(slow, slow.until('own-write-missing'))[1]).toBe('apply-started db2')
    const far = lab([user], { nodes: ['db1', 'db2'], oneWayMs: { db2: 60 } })
    far.pass(300)
    expect(chain(far, far.until('own-write-missing')).slice(1, 3)).toEqual(['entries-sent db1', 'entries-logged db1'])
    const near = { nodes: ['db1', 'db2'], oneWayMs: { db2: 1 } }
    const stopped = lab([user], near).pass(50).act({ do: 'stop-applier', node: 'db2' })
    expect(chain(stopped, stopped.until('own-write-missing'))[1]).toBe('applier-stopped db2')
    const silent = lab([user], near).pass(50).stall('db1', 'db2')
    expect(chain(silent, silent.until('own-write-missing'))[1]).toBe('link-stalled db1~db2')
    const alone = lab([user], near).pass(50).act({ do: 'stop-receiver', node: 'db2' })
    expect(chain(alone, alone.until('own-write-missing'))[1]).toBe('receiver-stopped db2')
  })

  test('[R19] below a slave in the middle it is what that one lacks', () => {
    const specs = [
      { id: 'db1', role: 'master' },
      { id: 'db2', role: 'slave' },
      { id: 'db3', role: 'slave', upstream: 'db2' },
    ]
    const reader = { ...READER, keys: 1, route: 'random', thinkMs: 3 }
    const one = lab([{ ...WRITER, keys: 1 }, reader], { specs, oneWayMs: { db2: 2 } }).pass(100)
    one.stall('db1', 'db2').pass(100)
    const [last] = one
      .facts('stale-read')
      .filter(({ args }) => args.peer === 'db3')
      .slice(-1)
    expect(chain(one, last!)[1]).toBe('link-stalled db1~db2')
  })
})

describe('promises about reads (DOMAIN 2.6)', () => {
  const schedule = fc.record({
    seed: fc.nat(10_000),
    thinkMs: fc.integer({ min: 1, max: 80 }),
    readsPerWrite: fc.integer({ min: 1, max: 5 }),
    keys: fc.integer({ min: 1, max: 3 }),
    lags: fc.array(fc.integer({ min: 1, max: 250 }), { minLength: 2, maxLength: 2 }),
    jitterMs: fc.integer({ min: 0, max: 20 }),
    positionTimeoutMs: fc.integer({ min: 1, max: 500 }),
    faults: fc.array(
      fc.record({
        at: fc.integer({ min: 10, max: 400 }),
        does: fc.constantFrom('stop-applier', 'start-applier', 'stall', 'heal', 'slow', 'fast', 'kill', 'restart'),
        node: fc.constantFrom('db2', 'db3'),
      }),
      { maxLength: 6 },
    ),
  })
  type Schedule = typeof schedule extends fc.Arbitrary<infer S> ? S : never

  function played({ seed, lags, jitterMs, faults, ...reads }: Schedule, route: string): Lab {
    const clients = [{ ...USER, ...reads, route }, { ...READER, ...reads, route }, WRITER]
    const oneWayMs = { db2: lags[0]!, db3: lags[1]! }
    const one = lab(clients, { seed, oneWayMs, network: { jitterMs }, replication: { netTimeoutMs: 300 } })
    for (const { at, does, node } of faults) {
      one.pass(at)
      if (does === 'stall') one.stall('db1', node)
      else if (does === 'heal') one.heal('db1', node)
      else if (does === 'slow' || does === 'fast') set(one, `nodes.${node}.applyMs`, does === 'slow' ? 90 : 0.1)
      else if (does === 'kill') one.kill(node)
      else if (does === 'restart') one.restart(node)
      else one.act({ do: does as 'stop-applier', node })
    }
    return one.pass(1000)
  }

  test('[R20] with wait for position no own write is missing and nothing goes back, under any schedule of lags', () => {
    let reads = 0
    let held = 0
    fc.assert(
      fc.property(schedule, (drawn) => {
        const one = played(drawn, 'wait-for-position')
        reads += one.frame().counters.reads
        held += one.facts('read-held').length
        expect(counted(one)).toMatchObject({ ownWriteMissing: 0, readsWentBack: 0 })
        for (const name of ['ownReads', 'monotonicReads'])
          expect(guarantee(one, name)).toMatchObject({ promised: true, held: true })
      }),
      { seed: 11, numRuns: 20 },
    )
    expect([reads > 1000, held > 100]).toEqual([true, true])
  })

  test('[R20] from the leader nothing is stale, missing or older, under any schedule of lags', () => {
    fc.assert(
      fc.property(schedule, (drawn) => {
        const one = played(drawn, 'leader')
        expect(counted(one)).toEqual({ staleReads: 0, ownWriteMissing: 0, readsWentBack: 0 })
        for (const name of ['freshReads', 'ownReads', 'monotonicReads'])
          expect(guarantee(one, name)).toMatchObject({ promised: true, held: true })
      }),
      { seed: 12, numRuns: 10 },
    )
  })

  test.each([
    [30, 80],
    [5, 20],
    [50, 200],
  ])('[R20] random slaves, think time %i ms, lag %i ms: own writes are missing', (thinkMs, lag) => {
    const user = { ...USER, thinkMs, readsPerWrite: 1, route: 'random', startMs: 1000 }
    const one = lab([user], { oneWayMs: { db2: lag, db3: lag } }).pass(5000)
    const { ownWriteMissing, reads } = one.frame().counters
    expect(ownWriteMissing).toBe(reads)
    const patient = lab([{ ...user, thinkMs: lag + 10 }], { oneWayMs: { db2: lag, db3: lag } }).pass(5000)
    expect(counted(patient)).toMatchObject({ ownWriteMissing: 0 })
    for (const name of ['freshReads', 'ownReads', 'monotonicReads']) expect(guarantee(one, name).promised).toBe(false)
    expect(guarantee(one, 'ownReads').held).toBe(false)
  })

  test('[R20] random slaves that lag differently take a client back in time', () => {
    const one = lab([WRITER, { ...READER, route: 'random' }]).pass(2000)
    expect(counted(one).readsWentBack).toBeGreaterThan(20)
    expect(guarantee(one, 'monotonicReads')).toMatchObject({ promised: false, held: false })
  })

  test('[R20] sticky is monotonic only while its slave lives', () => {
    let broken = 0
    for (let seed = 1; seed <= 8; seed++) {
      const one = lab([WRITER, { ...READER, route: 'sticky', retryMs: 5 }], { seed, failover: FAILOVER }).pass(500)
      expect(counted(one).readsWentBack).toBe(0)
      expect(counted(one).staleReads).toBeGreaterThan(0)
      expect(guarantee(one, 'monotonicReads')).toMatchObject({ promised: true, held: true })
      one.kill(one.client('r').readsFrom!).until('read-answered', 'r')
      broken += counted(one).readsWentBack
      one.pass(500)
    }
    expect(broken).toBeGreaterThan(0)
  })

  test('[R20] where an OK means applied everywhere, any slave is fresh', () => {
    const replication = { mode: 'all', ack: 'applied' }
    const clients = [WRITER, { ...READER, route: 'random' }, { ...USER, route: 'random' }]
    const one = lab(clients, { replication }).pass(1000)
    expect(counted(one)).toMatchObject({ staleReads: 0, ownWriteMissing: 0 })
    for (const name of ['freshReads', 'ownReads'])
      expect(guarantee(one, name)).toMatchObject({ promised: true, held: true })
    // What is applied on one slave and not on the other was promised to nobody: time can go back.
    expect(guarantee(one, 'monotonicReads').promised).toBe(false)
    set(set(one, 'nodes.db3.applyMs', 100), 'replication.ack', 'received').pass(500)
    expect(guarantee(one, 'freshReads')).toMatchObject({ promised: false, held: false })
  })

  test('[R20] a cure that is switched on while running: from then on nothing is wrong, and so it is promised', () => {
    const one = lab([{ ...USER, route: 'random', thinkMs: 5 }, WRITER]).pass(1000)
    const before = counted(one).ownWriteMissing
    expect(before).toBeGreaterThan(5)
    set(one, 'clients.u.route', 'wait-for-position').pass(2000)
    expect(counted(one).ownWriteMissing - before).toBeLessThanOrEqual(1)
    expect(guarantee(one, 'ownReads')).toMatchObject({ promised: true, held: true, violation: null })
    set(one, 'clients.u.route', 'random').pass(500)
    expect(guarantee(one, 'ownReads')).toMatchObject({ promised: false, held: false })
  })
})

describe('a client that writes and reads', () => {
  test('[R21] writes, thinks, and reads its row back so often, one request at a time', () => {
    const one = lab([{ ...USER, readsPerWrite: 3, keys: 5 }]).pass(2000)
    const steps = one.every().filter(({ at, kind }) => at === 'u' && kind !== 'read-answered' && kind !== 'write-ok')
    steps.forEach(({ kind, args, t }, at) => {
      expect(kind).toBe(at % 4 === 0 ? 'write-sent' : 'read-sent')
      if (at > 0) expect(t - steps[at - 1]!.t).toBeGreaterThan(10_000)
      if (kind === 'read-sent') expect(args.key).toBe(steps[at - (at % 4)]!.args.key)
    })
    const { issued, reads, pending } = one.frame().counters
    expect(reads).toBeGreaterThan(2 * issued)
    expect(pending).toBeLessThanOrEqual(1)
  })

  test('[R21] a write by hand comes before what is due, and it stops after its last read', () => {
    const one = lab([{ ...USER, writes: 2 }]).pass(1000)
    expect(one.frame().counters).toMatchObject({ issued: 2, reads: 4 })
    expect(one.client('u').state).toBe('stopped')
    one.write('u').write('u').pass(500)
    expect(one.frame().counters).toMatchObject({ issued: 4, ok: 4 })
  })

  test('[R21] any kind of client can be made one, and any other out of it', () => {
    for (const kind of ['closed-loop', 'stream', 'reader']) {
      const one = lab([{ ...USER, kind, ratePerSecond: 100 }]).pass(500)
      set(one, 'clients.u.kind', 'read-write').pass(500)
      expect(one.facts('read-answered', 'u').length).toBeGreaterThan(5)
      set(one, 'clients.u.kind', kind).pass(500)
      const { issued, ok, error, unknown, pending } = one.frame().counters
      expect(issued).toBe(ok + error + unknown + pending)
    }
  })
})
