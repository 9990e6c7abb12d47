/** SPEC V1 to V17: several monitors, of which one has to be elected before it acts (DOMAIN 3.1, 3.2). */
import { describe, expect, test } from 'vitest'
import { Chance } from '../kernel/chance.ts'
import { Lab, type Setting } from './lab.ts'

const WATCH = { probeEveryMs: 200, probeTimeoutMs: 100, misses: 3, promoteMs: 20, rerouteMs: 30 }
const THREE = [{ id: 'm1' }, { id: 'm2' }, { id: 'm3' }]
const clients = [{ id: 'c1', thinkMs: 20, startMs: 100, timeoutMs: 500, retryMs: 100 }]
const lab = ({ failover, ...more }: Setting = {}) =>
  new Lab({ clients, failover: { ...WATCH, monitors: THREE, ...(failover as object) }, ...more })

const monitors = (one: Lab) => Object.fromEntries(one.frame().monitors.map((monitor) => [monitor.id, monitor]))
const EVERYBODY = ['db1', 'db2', 'db3', 'm1', 'm2', 'm3']
const isolate = (one: Lab, id: string) => {
  for (const other of EVERYBODY) if (other !== id) one.cut(id, other)
}
const free = (one: Lab, id: string) => {
  for (const other of EVERYBODY) if (other !== id) one.heal(id, other)
}

describe('several monitors', () => {
  test('[V1] each finds the master down by itself; a quorum makes it down for all', () => {
    const one = lab().pass(1000).kill('db1').pass(4000)
    expect(
      one
        .facts('down-for-me')
        .map(({ at }) => at)
        .sort(),
    ).toEqual(['m1', 'm2', 'm3'])
    expect(one.facts('suspected')).toEqual([])
    for (const { t } of one.facts('down-for-me')) expect(t).toBeGreaterThan(1_000_000 + 2 * 200_000)
    const agreed = one.facts('down-for-all')
    expect(agreed.every(({ args }) => args.count! >= 2)).toBe(true)
    expect(agreed[0]!.t).toBeGreaterThan(one.facts('down-for-me')[1]!.t)
  })

  test('[V2] one is elected with a majority in a new epoch, and it alone carries the failover out', () => {
    const one = lab().pass(1000).kill('db1').pass(4000)
    const elected = one.facts('elected')
    expect(elected).toHaveLength(1)
    expect(elected[0]!.args).toMatchObject({ epoch: 2, count: 2 })
    expect(one.facts('promoted')).toHaveLength(1)
    expect(one.facts('failover-done').map(({ at }) => at)).toEqual([elected[0]!.at])
    expect(one.facts('chosen').map(({ at }) => at)).toEqual([elected[0]!.at])
    expect(one.frame().monitor).toMatchObject({ watches: one.facts('promoted')[0]!.at })
  })

  test('[V3] a vote is given once an epoch, to whoever asks first', () => {
    for (let seed = 1; seed <= 12; seed++) {
      const one = lab({ seed }).pass(1000).kill('db1').pass(6000)
      const given = one.facts('vote-given').map(({ at, args }) => `${at} in ${args.epoch}`)
      expect(new Set(given).size).toBe(given.length)
      const epochs = one.facts('elected').map(({ args }) => args.epoch)
      expect(new Set(epochs).size).toBe(epochs.length)
      expect(one.facts('promoted')).toHaveLength(1)
    }
  })

  test('[V17] who has voted for another leaves that one its time, also where it had lost sight of the quorum just then', () => {
    // Long promotions leave the others time to ask, too; quick gossip lets them lose sight of each other.
    const failover = { probeEveryMs: 100, misses: 10, promoteMs: 950, electionPauseMs: 1000, electionRetryMs: 10_000 }
    let twice = 0
    for (let seed = 1; seed <= 10; seed++) {
      const one = lab({ seed, failover }).pass(1000).kill('db1').pass(5000)
      if (one.facts('elected').length > 1) twice++
      expect(one.facts('promoted'), `seed ${seed}`).toHaveLength(1)
    }
    expect(twice).toBe(0)
  })

  test('[V4] the pause before somebody asks is random: another seed elects another', () => {
    const winners = [1, 2, 3, 4, 5, 6, 7, 8].map((seed) => lab({ seed }).pass(1000).kill('db1').until('elected'))
    expect(new Set(winners.map(({ at }) => at)).size).toBeGreaterThan(1)
    expect(new Set(winners.map(({ t }) => t)).size).toBeGreaterThan(1)
  })

  test('[V4] how long they wait is a setting: the pause, and until somebody else takes the work of a lost one', () => {
    const hasty = lab({ failover: { electionPauseMs: 1 } })
      .pass(1000)
      .kill('db1')
      .pass(4000)
    const [agreed, asked] = [hasty.facts('down-for-all')[0]!, hasty.facts('vote-asked')[0]!]
    expect(asked.t - agreed.t).toBeLessThanOrEqual(1000)
    const replaced = (electionRetryMs: number) => {
      const one = lab({ failover: { electionRetryMs } }).pass(1000).kill('db1')
      const { at, t } = one.until('elected')
      isolate(one, at)
      return one.until('elected').t - t
    }
    expect(replaced(500)).toBeLessThan(2_000_000)
    expect(replaced(5000)).toBeGreaterThan(5_000_000)
  })

  test('[V5] a monitor that is cut off finds the master down, and nothing happens but that it says so', () => {
    const one = lab().pass(1000)
    isolate(one, 'm3')
    one.pass(4000)
    expect(one.facts('down-for-me').map(({ at }) => at)).toEqual(['m3'])
    expect(one.facts('failover-blocked').map(({ at, args }) => [at, args.reason])).toEqual([['m3', 'no-quorum']])
    expect(one.facts('vote-asked')).toEqual([])
    expect(one.facts('promoted')).toEqual([])
    expect(monitors(one)['m3']).toMatchObject({ verdict: 'down-for-me', leads: false })
    expect(monitors(one)['m1']).toMatchObject({ verdict: 'up' })
    free(one, 'm3')
    one.pass(1000)
    expect(monitors(one)['m3']).toMatchObject({ verdict: 'up', state: 'watching' })
    one.expectLost(0)
  })

  test('[V6] with two of three cut off nobody is promoted; with one of three, the others do it', () => {
    const none = lab().pass(1000)
    isolate(none, 'm3')
    isolate(none, 'm2')
    none.kill('db1').pass(6000)
    expect(none.facts('promoted')).toEqual([])
    expect(
      none
        .facts('failover-blocked')
        .map(({ at }) => at)
        .sort(),
    ).toEqual(['m1', 'm2', 'm3'])
    const two = lab().pass(1000)
    isolate(two, 'm3')
    two.kill('db1').pass(6000)
    expect(two.facts('promoted')).toHaveLength(1)
  })

  test('[V7] a quorum of one still needs the majority of votes', () => {
    const one = lab({ failover: { quorum: 1 } }).pass(1000)
    isolate(one, 'm3')
    one.pass(6000)
    expect(one.facts('down-for-all').map(({ at, args }) => [at, args.count])).toContainEqual(['m3', 1])
    expect(one.facts('election-failed').every(({ at, args }) => at === 'm3' && args.count === 1)).toBe(true)
    expect(one.facts('election-failed').length).toBeGreaterThan(0)
    expect(one.facts('promoted')).toEqual([])
  })

  test('[V8] a quorum of three of three needs all', () => {
    const one = lab({ failover: { quorum: 3 } })
      .pass(1000)
      .kill('db1')
      .pass(5000)
    expect(one.facts('elected')[0]!.args.count).toBe(3)
    const cut = lab({ failover: { quorum: 3 } }).pass(1000)
    isolate(cut, 'm3')
    cut.kill('db1').pass(6000)
    expect(cut.facts('elected')).toEqual([])
    // The rule is changed while they wait.
    cut.act({ do: 'set', path: 'failover.quorum', value: 2 }).pass(4000)
    expect(cut.facts('promoted')).toHaveLength(1)
  })

  test('[V9] the others learn the new master and watch it: its death is a second failover', () => {
    const one = lab().pass(1000).kill('db1').pass(4000)
    const second = one.facts('promoted')[0]!.at
    for (const { watches, state, verdict } of one.frame().monitors) {
      expect(watches).toBe(second)
      expect(['watching', 'done']).toContain(state)
      expect(verdict).toBe('up')
    }
    one.kill(second).pass(6000)
    expect(one.facts('promoted')).toHaveLength(2)
    expect(one.facts('elected').map(({ args }) => args.epoch!)).toEqual(
      one
        .facts('elected')
        .map(({ args }) => args.epoch!)
        .sort((a, b) => a - b),
    )
  })

  test('[V10] an elected monitor that is cut off before it has promoted anybody is replaced', () => {
    const one = lab().pass(1000).kill('db1')
    const { at: first } = one.until('elected')
    isolate(one, first)
    one.pass(20_000)
    const elected = one.facts('elected').map(({ at }) => at)
    expect(elected.length).toBeGreaterThan(1)
    expect(elected[1]).not.toBe(first)
    expect(one.facts('promoted')).toHaveLength(1)
    const { at: master } = one.facts('promoted')[0]!
    free(one, first)
    one.pass(3000)
    expect(monitors(one)[first]).toMatchObject({ watches: master, verdict: 'up' })
    expect(one.facts('promoted')).toHaveLength(1)
  })

  test('[V11] an isolated master goes on saying OK until somebody reaches it after the heal', () => {
    const one = lab().pass(1000)
    for (const other of ['db2', 'db3', 'm1', 'm2', 'm3']) one.cut('db1', other)
    one.until('promoted')
    one.pass(500)
    expect(one.node('db1').role).toBe('master')
    for (const other of ['db2', 'db3', 'm1', 'm2', 'm3']) one.heal('db1', other)
    one.pass(1000)
    expect(one.node('db1').role).toBe('fenced')
  })

  test('[V12] a lease is held by a majority of monitors, and never beside a new master', () => {
    for (let seed = 1; seed <= 4; seed++) {
      const one = lab({ seed, failover: { fence: 'lease', leaseMs: 1500 } }).pass(1000)
      // One monitor stays with the old master: its word alone is not enough.
      for (const other of ['db2', 'db3', 'm1', 'm2']) one.cut('db1', other)
      for (const other of ['m1', 'm2', 'db2', 'db3']) one.cut('m3', other)
      one.pass(12_000)
      const [lost, promoted] = [one.facts('lease-lost')[0]!, one.facts('promoted')[0]!]
      expect(lost.at).toBe('db1')
      expect(lost.t).toBeLessThan(promoted.t)
      expect(one.node('db1').role).toBe('read-only')
    }
  })

  test('[V12] of two quick elections the first one’s master holds no lease beside the second one’s', () => {
    let elections = 0
    for (let seed = 1; seed <= 4; seed++) {
      // Longer than it takes until somebody else is elected.
      const one = lab({ seed, failover: { fence: 'lease', leaseMs: 12_000 } })
        .pass(1000)
        .kill('db1')
      const chosen = one.until('chosen')
      const [leader, first] = [chosen.at, chosen.args.peer!]
      // Whoever leads and whom it chose are alone together from now on: the others elect somebody else.
      const rest = EVERYBODY.filter((id) => id !== leader && id !== first)
      for (const other of rest) one.cut(leader, other).cut(first, other)
      one.pass(40_000)
      const promoted = one.facts('promoted')
      if (promoted.length < 2) continue
      elections++
      expect(promoted[0]!.at).toBe(first)
      expect(one.node(first).role).not.toBe('master')
      expect(one.node(promoted[1]!.at).role).toBe('master')
      const checker = one.frame().checkers.find(({ name }) => name === 'oneWriter')
      expect(checker).toMatchObject({ promised: true, held: true })
    }
    expect(elections).toBeGreaterThan(2)
  })

  test('[V16] who promotes by hand waits for votes where the old master holds a lease, and nobody writes beside it', () => {
    for (let seed = 1; seed <= 4; seed++) {
      const one = lab({ seed, failover: { fence: 'lease', leaseMs: 1000 } }).pass(2900)
      one.act({ do: 'promote', node: 'db3' }).pass(6000)
      expect(one.facts('elected')).toHaveLength(1)
      expect(one.facts('promoted').map(({ at }) => at)).toEqual(['db3'])
      const lost = one.facts('lease-lost', 'db1').at(-1)!
      expect(lost.t).toBeLessThan(one.facts('promoted')[0]!.t)
      const checker = one.frame().checkers.find(({ name }) => name === 'oneWriter')
      expect(checker).toMatchObject({ promised: true, held: true })
    }
  })

  test('[V16] without a majority a promotion by hand comes to nothing, and the old master writes on', () => {
    const one = lab({ failover: { fence: 'lease', leaseMs: 1000 } }).pass(2900)
    one.cut('m1', 'm2').cut('m1', 'm3').act({ do: 'promote', node: 'db3' }).pass(3000)
    expect(one.facts('election-failed').map(({ at, args }) => [at, args.count])).toEqual([['m1', 1]])
    expect(one.facts('promoted')).toEqual([])
    const { ok } = one.frame().counters
    expect(one.pass(1000).frame().counters.ok).toBeGreaterThan(ok + 10)
    expect(one.frame().monitor!.state).toBe('watching')
  })

  test('[V13] monitors in a data centre that is cut off with the master see nothing wrong', () => {
    const one = lab({
      specs: [
        { id: 'db1', role: 'master', dataCenter: 'east' },
        { id: 'db2', dataCenter: 'west' },
        { id: 'db3', dataCenter: 'west' },
      ],
      failover: {
        monitors: [
          { id: 'm1', dataCenter: 'east' },
          { id: 'm2', dataCenter: 'west' },
          { id: 'm3', dataCenter: 'west' },
        ],
      },
    }).pass(1000)
    one.act({ do: 'cut-data-center', dataCenter: 'east' }).pass(4000)
    expect(monitors(one)['m1']).toMatchObject({ verdict: 'up', watches: 'db1', dataCenter: 'east' })
    expect(one.facts('promoted')).toHaveLength(1)
    one.act({ do: 'heal-data-center', dataCenter: 'east' }).pass(1500)
    expect(monitors(one)['m1']!.watches).toBe(one.facts('promoted')[0]!.at)
    expect(one.node('db1').role).toBe('fenced')
  })

  test('[V14] a single one with a name elects itself; an empty list is a monitor that asks nobody', () => {
    const one = lab({ failover: { monitors: [{ id: 'm1' }], quorum: 1 } })
      .pass(1000)
      .kill('db1')
      .pass(4000)
    expect(one.facts('elected').map(({ args }) => args.count)).toEqual([1])
    expect(one.facts('promoted')).toHaveLength(1)
    const none = lab({ failover: { monitors: [] } })
      .pass(1000)
      .kill('db1')
      .pass(4000)
    expect(none.facts('elected')).toEqual([])
    expect(none.frame().monitors).toMatchObject([{ id: 'monitor', verdict: 'up', votedFor: null }])
    expect(none.facts('failover-done').map(({ at }) => at)).toEqual(['monitor'])
  })

  test('[V15] whatever is cut, healed and killed: no promise is broken, and in the end there is one master', () => {
    for (let seed = 1; seed <= 5; seed++) {
      const chance = new Chance(seed)
      const pick = <T>(from: readonly T[]): T => from[chance.below('pick', from.length)]!
      const one = lab({ seed }).pass(800)
      for (let n = 0; n < 14; n++) {
        const [a, b] = [pick(EVERYBODY), pick(EVERYBODY)]
        const what = pick(['cut', 'cut', 'heal', 'stall', 'kill', 'restart', 'isolate'])
        if (what === 'kill' && a.startsWith('db')) one.kill(a)
        if (what === 'restart' && a.startsWith('db')) one.restart(a)
        if (what === 'isolate') isolate(one, a)
        if ((what === 'cut' || what === 'heal' || what === 'stall') && a !== b) one[what](a, b)
        one.pass(200 + chance.below('pause', 2500))
      }
      for (const id of EVERYBODY) free(one, id)
      for (const id of ['db1', 'db2', 'db3']) one.restart(id)
      one.pass(20_000)
      const { nodes, monitors: all } = one.frame()
      const masters = nodes.filter(({ role }) => role === 'master').map(({ id }) => id)
      expect([seed, masters.length]).toEqual([seed, 1])
      for (const { id, watches, verdict } of all)
        expect([seed, id, watches, verdict]).toEqual([seed, id, masters[0], 'up'])
      const promoted = one.facts('promoted').map(({ args }) => args.epoch)
      expect(new Set(promoted).size).toBe(promoted.length)
    }
  })
})
