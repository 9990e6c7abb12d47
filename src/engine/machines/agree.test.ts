// Every machine of the engine, compiled, against XState itself: random events and timers until each transition has
// fired, each timer has run out and each guard has been true and false. A machine that is not in the table below
// fails, and so does a transition that nothing can reach.
import { describe, expect, it } from 'vitest'
import type { AnyStateMachine } from 'xstate'
import { atHand } from '../packs/atHand.ts'
import { kitOf } from '../packs/kit.ts'
import { agree, type Choose, type Standing, type Walks } from './compile/agree.ts'
import { chart } from './compile/chart.ts'
import { compile } from './compile/compile.ts'

type Heard = (choose: Choose, at: Standing<never>) => Record<string, unknown>
type Known = Omit<Walks<AnyStateMachine>, 'seed' | 'heard'> & { heard?: Heard }

const modules = import.meta.glob<Record<string, unknown>>(['./*.ts', '!./*.test.ts'], { eager: true })
const isMachine = (value: unknown): value is AnyStateMachine =>
  typeof value === 'object' && value !== null && 'root' in value && 'implementations' in value
const defined = new Set(Object.values(modules).flatMap((module) => Object.values(module).filter(isMachine)))
const machines = [...kitOf(atHand).machines.values()]

/** Settings with short, different durations; acknowledged or not, when applied or when received. */
const node = (acknowledges: boolean, ackApplied: boolean, drain: 'wait' | 'skip' | 'fail') => ({
  s: {
    id: 'db1',
    startsAsMaster: false,
    executeUs: 11,
    binlogWriteUs: 12,
    flushUs: 13,
    commitUs: 14,
    relayFlushUs: 15,
    applyUs: 16,
    restartUs: 17,
    mode: acknowledges ? 'semi-sync' : 'async',
    waitFor: 1,
    gateTimeoutUs: 18,
    ackApplied,
    acknowledges,
    commitsFirst: false,
    connectRetryUs: 19,
    netTimeoutUs: 20,
    heartbeatUs: 21,
    connectRetries: acknowledges ? 1 : 0,
    delayUs: 23,
    retainEntries: 0,
    heartbeatRowUs: acknowledges ? 24 : 0,
    promoteUs: 22,
    drain,
    leases: drain !== 'skip',
    comesBackReadOnly: drain === 'fail',
  },
  peer: 2,
})
const nodes = [node(false, false, 'wait'), node(true, false, 'skip'), node(true, true, 'fail')]
const client = (writes: number) => ({
  s: {
    id: 'c1',
    kind: 'closed-loop' as const,
    gapUs: 11,
    exponential: false,
    connections: 1,
    keys: 3,
    hotOf100k: 0,
    entriesPerWrite: 1,
    timeoutUs: 12,
    retryUs: 13,
    startUs: 14,
    writes,
    readsPerWrite: 2,
    route: 'random' as const,
    routeWindowUs: 15,
    positionTimeoutUs: 16,
  },
  at: 3,
  sent: 0,
})
const clients = [client(0), client(3)]
const monitor = (byHand: boolean, fence: 'none' | 'lease' | 'power-off') => ({
  s: {
    present: true,
    votes: fence === 'power-off',
    quorum: 2,
    majority: 2,
    probeEveryUs: 11,
    probeTimeoutUs: 12,
    misses: 2,
    byHand,
    withinDataCenter: false,
    fence,
    fenceUs: 15,
    leaseUs: 16,
    antiFlapUs: fence === 'none' ? 0 : 40,
    catchUpUs: 17,
    keepsConnections: false,
    oldMaster: byHand ? 'leave' : 'rejoin',
    promoteUs: 13,
    rerouteUs: 14,
    electionPauseUs: 15,
    electionUs: 16,
    electionRetryUs: 17,
  },
  master: 0,
  peer: 1,
  to: 0,
})
const monitors = [monitor(false, 'none'), monitor(true, 'lease'), monitor(false, 'power-off')]

/** What every event brings. Times are small, so that they are often before and often after what a machine waits for. */
const now = (choose: Choose) => ({ now: choose.int(0, 80), cause: choose.int(0, 5) })
const position = (choose: Choose) => choose.int(0, 6)

/** To a read. */
const answer = (choose: Choose) => ({
  ok: choose.of([true, true, false]),
  reason: choose.of(['behind', 'behind', 'fenced']),
  key: position(choose),
  entry: position(choose),
  upTo: position(choose),
  epoch: position(choose),
  lack: position(choose),
  gapUs: choose.int(0, 9),
})

/** By machine id. */
const WALKS: Record<string, Known> = {
  process: {
    inputs: nodes,
    heard: now,
    events: (choose) => ({
      type: choose.of(['KILL', 'RESTART', 'RESTART', 'PROBE']),
      monitor: choose.int(0, 2),
      until: position(choose),
      sequence: position(choose),
      epoch: position(choose),
    }),
  },
  role: {
    inputs: nodes,
    heard: (choose) => ({
      ...now(choose),
      own: position(choose),
      applied: position(choose),
      undrained: choose.int(0, 1) === 0,
      busy: choose.of([0, 0, 1]),
      newest: choose.of([0, 0, position(choose)]),
      led: choose.int(0, 1) === 0,
      back: choose.int(-1, 3),
    }),
    walks: 120,
    events: (choose, { matches }) => ({
      type: choose.of(
        (matches('slave.catchingUp') ? 'APPLIED APPLIED STAND_DOWN DIED ' : '')
          .concat(
            'APPOINT REPORT CONFIRM_DOWN CHOSEN RELAY_EMPTY CONFIRM_DOWN CHOSEN RELAY_EMPTY STAND_DOWN REPOINT SEE_EPOCH DIED READ_ONLY WRITABLE AWAIT APPLIED SETTLED LEASE_LOST LEASE_HELD DEMOTE REJOIN REWIND REBUILD',
          )
          .split(' '),
      ),
      epoch: position(choose),
      upstream: choose.int(0, 2),
      until: choose.of([0, 20, 60]),
      to: position(choose),
    }),
  },
  lease: {
    inputs: nodes,
    heard: now,
    events: (choose) => ({
      type: choose.of(['GRANT', 'GRANT', 'GRANT', 'GRANT', 'RELEASE', 'DIED']),
      until: choose.of([0, 20, 50, 90, 120]),
    }),
  },
  receiver: {
    inputs: nodes,
    heard: (choose) => ({ ...now(choose), logEnd: position(choose) }),
    events: (choose, { context }) => ({
      type: choose.of(
        'START STOP CONNECTED CONNECTED REFUSED FAILED FAILED RESET ENTRIES ENTRIES ENTRIES ENTRIES HEARTBEAT COPY COPY COPY_FAILED DIED'.split(
          ' ',
        ),
      ),
      us: choose.int(0, 3),
      reason: choose.of(['start', 'deposed', 'diverged']),
      from: choose.of([context.arrived + 1, context.arrived + 2]),
      to: context.arrived + choose.int(1, 3),
      term: choose.of([1, 2, 2]),
      own: choose.of([1, 1, 2]),
    }),
  },
  sender: {
    inputs: nodes,
    heard: (choose, { context }: Standing<{ next: number }>) => {
      const logEnd = context.next + choose.int(-2, 4)
      const turnUs = choose.of([1, 1, 3])
      const diverged = choose.int(0, 3) === 0
      return {
        ...now(choose),
        logEnd,
        chunkTo: choose.of([logEnd, logEnd, context.next]),
        own: 2,
        turnUs,
        diverged,
        purged: choose.int(0, 3) === 0,
      }
    },
    events: (choose) => ({
      type: choose.of(['SUBSCRIBE', 'SUBSCRIBE', 'LOG_GREW', 'LOG_GREW', 'LOG_GREW', 'RESET', 'DIED']),
      end: position(choose),
      applied: position(choose),
      epoch: choose.of([1, 2, 2, 3]),
    }),
  },
  applier: {
    inputs: nodes,
    heard: (choose) => {
      const nextFrom = choose.of([0, 1, 5])
      return {
        ...now(choose),
        nextFrom,
        nextTo: nextFrom + choose.int(0, 3),
        locked: choose.int(0, 3) === 0,
        holdUs: choose.of([0, 0, 5]),
      }
    },
    events: (choose) => ({
      type: choose.of(['START', 'START', 'STOP', 'RELAY_GREW', 'REVIEW', 'UNLOCK', 'RETIRE', 'DIED']),
    }),
  },
  channelApplier: {
    inputs: nodes,
    heard: (choose) => ({
      ...now(choose),
      next: choose.of([0, 1, 5]),
      holdUs: choose.of([0, 0, 5]),
      error: choose.of([0, 0, 1062, 1032]),
    }),
    events: (choose) => ({
      type: choose.of(['START', 'START', 'STOP', 'RELAY_GREW', 'REVIEW', 'SKIP', 'DIED']),
    }),
  },
  collector: {
    inputs: nodes,
    heard: (choose) => ({ ...now(choose), everyUs: choose.of([0, 4, 7]) }),
    events: (choose) => ({ type: choose.of(['TEND', 'TEND', 'DIED']) }),
  },
  agreement: {
    inputs: nodes,
    heard: (choose) => ({
      ...now(choose),
      alone: choose.of([true, false]),
      heard: choose.of([true, false, false]),
      giveUpUs: choose.of([4, 8]),
      waits: choose.of([true, true, false]),
      dueUs: choose.of([0, 3, 9]),
    }),
    events: (choose) => ({
      type: choose.of([
        'LED',
        'LED',
        'UNLED',
        'OPEN',
        'OPEN',
        'FREE',
        'MISSED',
        'LINKED',
        'HEARD',
        'SAY',
        'DIED',
      ] as const),
      ...{ from: choose.int(0, 2), to: choose.int(0, 2), what: choose.of(['ask', 'answer']), key: choose.int(0, 3) },
      ...{ slot: choose.int(1, 3), height: choose.int(0, 3), a: choose.int(0, 3), b: choose.int(0, 3) },
      ...{ c: choose.int(0, 3), top: choose.int(0, 9), origin: choose.int(-1, 2), sequence: choose.int(0, 9) },
      ...{ ballot: choose.int(0, 9), votedIn: choose.int(0, 9), votedOrigin: choose.int(-1, 2) },
      ...{ votedSequence: choose.int(0, 9), answer: choose.of(['', 'promised', 'refused']) },
    }),
  },
  replica: {
    inputs: nodes,
    heard: (choose) => ({
      ...now(choose),
      persisted: choose.int(0, 9),
      fits: choose.of([true, true, false]),
      wins: choose.of([true, false]),
      led: choose.of([true, false]),
      leaseUs: choose.of([3, 9]),
    }),
    events: (choose) => ({
      type: choose.of([
        ...['START', 'PERSIST', 'PERSIST', 'PERSISTED', 'DECIDED', 'ELECT', 'LEAD', 'LEADER_GONE', 'STEP_DOWN'],
        ...['KILL', 'RESTART', 'RETURN', 'DIED'],
      ] as const),
      leads: choose.of([true, false]),
      zone: choose.int(0, 2),
      first: choose.int(1, 9),
      last: choose.int(1, 9),
      term: choose.int(1, 3),
      joins: choose.of([true, false]),
    }),
  },
  repairer: {
    inputs: nodes,
    heard: now,
    events: (choose) => ({
      type: choose.of(['REPAIR', 'ASKED', 'GIVEN', 'SETTLED', 'DONE']),
      peer: choose.int(0, 2),
      rows: choose.int(1, 9),
      count: choose.int(0, 9),
    }),
  },
  binlog: {
    inputs: nodes,
    heard: (choose) => ({ ...now(choose), ready: choose.int(0, 2) }),
    events: (choose) => ({ type: choose.of(['JOIN', 'JOIN', 'JOIN', 'DIED']) }),
  },
  heartbeatRow: {
    inputs: nodes,
    heard: (choose) => ({ ...now(choose), takes: choose.int(0, 4) > 0 }),
    events: (choose) => ({
      type: choose.of('BEAT BEAT BEAT FLUSHED FLUSHED PASSED PASSED DIED'.split(' ')),
      from: position(choose),
      to: position(choose),
      commitUs: choose.int(1, 9),
      first: choose.int(0, 1) === 0,
    }),
  },
  commitGate: {
    inputs: nodes,
    walks: 120,
    heard: (choose) => ({
      ...now(choose),
      mode: choose.of(['async', 'semi-sync', 'semi-sync', 'quorum', 'all', 'quorum']),
      enough: position(choose),
      logEnd: position(choose),
      oldestTo: position(choose),
      oldestFrom: position(choose),
      nextSince: choose.int(-1, 3),
      hopeless: choose.int(0, 2) === 0,
      connected: choose.int(0, 2),
      missing: choose.int(0, 2),
    }),
    events: (choose) => ({
      type: choose.of('OPEN OPEN OPEN CLOSE DIED COMMIT COMMIT COMMIT COMMIT ACK ACK ACK LEFT LEFT REVIEW'.split(' ')),
      from: position(choose),
      to: position(choose),
      slave: choose.int(0, 2),
      means: choose.of(['received', 'applied', 'joined']),
    }),
  },
  session: {
    inputs: nodes,
    heard: now,
    events: (choose) => ({
      type: choose.of('WRITE WRITE WRITE READ READ FLUSHED FLUSHED PASSED PASSED APPLIED DIED'.split(' ')),
      token: position(choose),
      patienceUs: choose.int(1, 9),
      there: choose.int(0, 2) > 0,
      key: position(choose),
      write: position(choose),
      takes: choose.of(['yes', 'yes', 'fenced']),
      from: position(choose),
      to: position(choose),
      commitUs: choose.int(1, 9),
      first: choose.int(0, 1) === 0,
    }),
  },
  closedLoop: {
    inputs: clients,
    heard: now,
    events: (choose) => ({
      type: choose.of(['WRITE_NOW', 'FREE', 'FREE', 'FREE']),
      ok: choose.of([true, true, false]),
      gapUs: choose.int(0, 9),
    }),
  },
  stream: {
    inputs: clients,
    heard: (choose) => ({ ...now(choose), gapUs: choose.int(0, 3) }),
    events: (choose) => ({ type: choose.of(['WRITE_NOW', 'REVIEW']) }),
  },
  reader: {
    inputs: clients,
    heard: now,
    events: (choose) => ({
      type: choose.of(['WRITE_NOW', 'REPLY', 'REPLY', 'REPLY', 'FAILED', 'RESET']),
      ...answer(choose),
    }),
  },
  readStream: {
    inputs: clients,
    heard: (choose) => ({ ...now(choose), gapUs: choose.int(0, 3) }),
    events: (choose) => ({
      type: choose.of(['WRITE_NOW', 'DUE', 'DUE', 'REVIEW', 'REPLY', 'REPLY', 'REPLY', 'FAILED', 'RESET']),
      ...answer(choose),
    }),
  },
  readWrite: {
    inputs: clients,
    heard: now,
    events: (choose) => ({
      type: choose.of('WRITE_NOW FREE FREE FREE REPLY REPLY REPLY FAILED RESET'.split(' ')),
      ...answer(choose),
    }),
  },
  connection: {
    inputs: clients,
    heard: now,
    events: (choose, { context }: Standing<{ write: number }>) => ({
      type: choose.of(['SEND', 'SEND', 'SEND', 'REPLY', 'REPLY', 'REPLY', 'FAILED', 'RESET']),
      write: choose.of([context.write, context.write, context.write + 1]),
      ok: choose.of([true, false]),
      reason: choose.of(['fenced', 'not-master']),
      from: position(choose),
      to: position(choose),
      epoch: position(choose),
    }),
  },
  probe: {
    inputs: monitors,
    heard: now,
    events: (choose, { context }: Standing<{ sequence: number }>) => ({
      type: 'ANSWER',
      saidAt: position(choose),
      sequence: choose.of([context.sequence, context.sequence - 1]),
      life: position(choose),
      role: choose.of(['master', 'slave']),
      upstream: choose.int(0, 2),
      epoch: position(choose),
      replicating: choose.int(0, 1) === 0,
    }),
  },
  voter: {
    inputs: [1, 2, 3].map((quorum) => ({
      s: { ...monitor(false, 'none').s, votes: true, quorum, majority: Math.max(quorum, quorum === 1 ? 1 : 2) },
      number: 0,
    })),
    heard: (choose) => ({ ...now(choose), agree: choose.int(1, 3), known: choose.int(1, 3) }),
    walks: 360,
    events: (choose, { context, matches }: Standing<Record<'epoch' | 'votedFor', number>>) => {
      const next = [
        matches('calm') ? 'DOWN' : '',
        matches('down.agreed.drawing') ? 'DRAWN' : '',
        matches('down.agreed.asking') || matches('standing') ? 'VOTE' : '',
        matches('standing') ? 'DOWN' : '',
        matches('down.agreed') ? 'ASK' : '',
        matches('down.agreed.voted') ? 'HEARD' : '',
        matches('down.elected') ? 'FAILED' : '',
        matches('down.elected') ? 'DOWN' : '',
      ].filter((type) => type !== '')
      return {
        type: choose.of([...next, ...next, ...'DOWN UP FAILED HEARD ASK VOTE STAND REVIEW'.split(' ')]),
        from: choose.of([Math.max(0, context.votedFor), 1, 2]),
        down: choose.int(0, 1) === 0,
        busy: choose.int(0, 1) === 0,
        epoch: choose.of([context.epoch, context.epoch, context.epoch + 1, 4]),
        until: position(choose),
        us: choose.int(0, 9),
      }
    },
  },
  router: {
    inputs: monitors,
    heard: now,
    events: (choose) => ({ type: 'REROUTE', to: choose.int(0, 2) }),
  },
  failoverManager: {
    // The last one must be elected before it does what a person asks for.
    inputs: [...monitors, { ...monitors[1]!, s: { ...monitors[1]!.s, votes: true, byHand: false } }],
    heard: (choose) => ({
      ...now(choose),
      others: choose.int(2, 3),
      orphans: choose.int(0, 1),
      leaseUs: choose.int(0, 20),
      tends: choose.int(0, 3) > 0,
      proper: choose.of([-1, -1, 0, 1]),
    }),
    walks: 600,
    events: (
      choose,
      { context, matches }: Standing<Record<'master' | 'chosen' | 'chosenLife' | 'named' | 'epoch', number>>,
    ) => {
      const next = [
        matches('watching') ? 'MISSED' : '',
        matches('confirming') ? 'REPORT' : '',
        matches('confirming') ? 'REPORT' : '',
        matches('choosing.asking') ? 'CANDIDATE' : '',
        matches('choosing.weighing') ? 'WEIGHED' : '',
        matches('choosing.weighing') ? 'WEIGHED' : '',
        matches('draining') ? 'DRAINED' : '',
        matches('promoting') ? 'PROMOTED' : '',
        matches('repointing') ? 'REPOINTED' : '',
        matches('rerouting') ? 'REROUTED' : '',
        matches('watching') ? 'SWITCHOVER' : '',
        matches('switchingOver.settling') ? 'QUIET' : '',
        matches('switchingOver.catchingUp') ? 'CAUGHT_UP' : '',
        matches('reinstating') ? 'PROMOTED' : '',
        matches('blocked') ? 'REVIEW' : '',
        matches('blocked') || matches('reinstating') || matches('draining') ? 'ANSWERED' : '',
        matches('failed') ? 'REVIEW' : '',
        matches('agreeing') || matches('standing') || matches('failed') ? 'ELECTED' : '',
        matches('standing') ? 'NOT_ELECTED' : '',
        matches('standing') ? 'PROMOTE' : '',
      ].filter((type) => type !== '')
      const any =
        'MISSED ANSWERED REPORT CANDIDATE WEIGHED DRAINED UNDRAINED PROMOTED REPOINTED REROUTED PROMOTE SWITCHOVER QUIET CAUGHT_UP REVIEW LEFT ELECTED NOT_ELECTED'.split(
          ' ',
        )
      const { master, chosen, named } = context
      // The way through a switchover is long, and few may go astray on it.
      const straight = choose.int(0, 3) > 0
      const fits: Record<string, number> = { QUIET: master, CAUGHT_UP: named, DRAINED: chosen, PROMOTED: chosen }
      const type = choose.int(0, 2) > 0 ? choose.of([...next, ...next, 'MISSED', 'ANSWERED', 'LEFT']) : choose.of(any)
      const node = straight ? fits[type] : undefined
      return {
        type,
        node: node ?? choose.of([master, master, Math.max(0, chosen), Math.max(0, chosen), Math.max(0, named), 2]),
        count: choose.int(1, 4),
        life: choose.of([Math.max(0, context.chosenLife), 1, 2]),
        role: choose.of(['master', 'master', 'slave', 'fenced', 'candidate', 'candidate', 'readOnly']),
        upstream: choose.of([context.master, context.master, 2]),
        epoch: choose.of([context.epoch, context.epoch + 1, 1]),
        replicating: choose.int(0, 2) === 0,
        received: position(choose),
        chosen: choose.of([-1, 1, 2]),
        candidates: choose.int(0, 3),
        undecided: choose.int(0, 1) === 0,
        ruled: choose.of(['', '', 'rules']),
        end: position(choose),
      }
    },
  },
}

describe('every machine of the engine', () => {
  it('is in the registry by its id, and in the table of this file', () => {
    expect([...defined].every((machine) => machines.includes(machine))).toBe(true)
    expect(defined.size).toBe(machines.length)
    expect([...kitOf(atHand).machines].map(([key, { id }]) => [key, id])).toEqual(machines.map(({ id }) => [id, id]))
    expect(machines.map(({ id }) => id).sort()).toEqual(Object.keys(WALKS).sort())
  })

  it.each(machines.map((machine) => [machine.id, machine] as const))('%s: steps as XState steps it', (id, machine) => {
    const known = WALKS[id]
    expect(known, `${id} has no walks in this file`).toBeDefined()
    agree(machine, { ...(known as unknown as Walks<AnyStateMachine>), seed: 7 })
  })

  it.each(machines.map((machine) => [machine.id, machine] as const))('%s: is drawn as it runs', (_, machine) => {
    const { states, transitions } = chart(machine)
    const paths = ['', ...states.map(({ path }) => path)]
    expect(transitions.map(({ id }) => id)).toEqual(compile(machine).transitionIds)
    expect(new Set(transitions.map(({ id }) => id)).size).toBe(transitions.length)
    for (const { from, to } of transitions) expect(paths).toEqual(expect.arrayContaining([from, to]))
  })
})
