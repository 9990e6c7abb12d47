/**
 * The things of a frame that an expression can ask for: for each its arguments, its fields, and what a field is worth.
 * Times are milliseconds here, as in scenario files. Texts come from closed lists where the frame's do, so that a
 * misspelt state is found before anything runs.
 */
import type { Counters, Frame, Lag, LinkFrame, ModeFrame, MonitorFrame, NodeFrame } from '../engine/index.ts'
import { lostIf, rowsOnly, sameData, unheardIf } from './holdings.ts'
import {
  type Channel,
  channelsOf,
  errorOf,
  RELATIONS,
  relationOf,
  type Several,
  seenBy,
  versionsOf,
} from './manyMasters.ts'
import type { Sight } from './story.ts'
import type { Type, Value } from './value.ts'

export interface Field {
  type: Exclude<Type, 'null'>
  /** What a text can be; absent = anything. */
  words?: readonly string[]
  get(sight: Sight, args: readonly string[]): Value
}
/** `node` also takes `master`: whoever leads the newest epoch. `end`: a node, a client or `monitor`. */
type Arg = 'node' | 'client' | 'end' | 'text'
export interface Thing {
  args: readonly Arg[]
  /** The value of the thing itself, without a dot. */
  itself?: Field
  fields?: Readonly<Record<string, Field>>
  example: string
}

type Of<T> = (one: T) => Value
const over =
  <T>(find: (sight: Sight, args: readonly string[]) => T | null | undefined) =>
  (type: Field['type'], get: Of<T>, words?: readonly string[]): Field => ({
    type,
    ...(words === undefined ? {} : { words }),
    get: (sight, args) => {
      const one = find(sight, args)
      return one === null || one === undefined ? null : get(one)
    },
  })

const masterOf = ({ nodes, epoch }: Frame): string | null =>
  nodes.find((node) => node.role === 'master' && node.epoch === epoch)?.id ?? null
const nodeOf = ({ frame }: Sight, [id]: readonly string[]): NodeFrame | undefined => {
  const meant = id === 'master' && !frame.nodes.some((node) => node.id === 'master') ? masterOf(frame) : id
  return frame.nodes.find((node) => node.id === meant)
}
/** Two ends, or a thing's two arguments, with `master` read as whoever that is. */
const two = (sight: Sight, [one = '', other = '']: readonly string[]): [string, string] => [
  nodeOf(sight, [one])?.id ?? one,
  nodeOf(sight, [other])?.id ?? other,
]

const frame = over<Frame>((sight) => sight.frame)
const mode = over<ModeFrame>((sight) => sight.frame.mode)
const counter = over<Counters>((sight) => sight.frame.counters)
const node = over<NodeFrame>(nodeOf)
const lag = over<Lag>((sight, args) => nodeOf(sight, args)?.lag)
const monitor = over<MonitorFrame>((sight) => sight.frame.monitor)
const client = over<Frame['clients'][number]>((sight, [id]) => sight.frame.clients.find((one) => one.id === id))
const link = over<LinkFrame>((sight, args) => {
  const ends = two(sight, args)
  return sight.frame.links.find(({ a, b }) => ends.includes(a) && ends.includes(b))
})
const checker = over<Frame['checkers'][number]>((sight, [name]) =>
  sight.frame.checkers.find((one) => one.name === name),
)
const several = over<Several>((sight) => sight.frame.multiMaster)
const channel = over<Channel>((sight, args) => {
  const [to, from] = two(sight, args)
  return channelsOf(sight, to).find((one) => one.from === from)
})
const whole = (get: Field['get'], type: Field['type'] = 'number'): Field => ({ type, get })

const ms = (us: number): number => us / 1000
const GATES = ['async', 'on', 'fallen-back', 'blocked'] as const satisfies readonly ModeFrame['gate'][]

const ROLES = ['master', 'slave', 'candidate', 'draining', 'promoting', 'fenced', 'read-only', 'rewinding']
const RECEIVER = ['absent', 'stopped', 'connecting', 'streaming', 'waiting', 'refused', 'copying']
const APPLIER = ['absent', 'stopped', 'idle', 'applying', 'blocked', 'delaying', 'failed']
const MONITOR = [
  ...['watching', 'suspecting', 'confirming', 'choosing', 'waiting-for-choice', 'draining', 'promoting', 'repointing'],
  ...['rerouting', 'fencing', 'blocked', 'switching-over', 'done', 'failed'],
]
const COUNTERS = [
  ...['issued', 'ok', 'error', 'unknown', 'pending', 'surviving', 'atRisk', 'lost', 'ghost', 'overwritten'],
  ...['discarded', 'reads', 'phantomReads', 'staleReads', 'ownWriteMissing', 'readsWentBack', 'noticed'],
]
const countersOf = Object.fromEntries(
  COUNTERS.map((name) => [name, counter('number', (all) => (all as unknown as Record<string, number>)[name] ?? null)]),
)

/** Beside these, a run's facts: `happened(...)` and the folds. */
export const THINGS: Readonly<Record<string, Thing>> = {
  time: { args: [], itself: frame('number', (one) => ms(one.time)), example: 'time' },
  epoch: { args: [], itself: frame('number', (one) => one.epoch), example: 'epoch' },
  master: { args: [], itself: frame('text', masterOf), example: 'master = db2' },
  scenario: { args: [], itself: frame('text', (one) => one.scenarioId), example: 'scenario = "near"' },
  gate: { args: [], itself: mode('text', (one) => one.gate, GATES), example: 'gate = fallen-back' },
  mode: {
    args: [],
    fields: {
      kind: mode('text', (one) => one.kind, ['async', 'semi-sync', 'quorum', 'all']),
      gate: mode('text', (one) => one.gate, GATES),
      waiting: mode('number', (one) => one.waiting),
      needed: mode('number', (one) => one.needed),
    },
    example: 'mode.waiting > 0',
  },
  counters: { args: [], fields: countersOf, example: 'counters.lost' },
  node: {
    args: ['node'],
    fields: {
      received: node('number', (one) => one.received),
      applied: node('number', (one) => one.applied),
      role: node('text', (one) => one.role, ROLES),
      process: node('text', (one) => one.process, ['up', 'down', 'recovering']),
      epoch: node('number', (one) => one.epoch),
      upstream: node('text', (one) => one.upstream),
      extra: node('number', (one) => (one.extraFrom === null ? 0 : one.received - one.extraFrom + 1)),
      errant: node('number', (one) => one.errant?.count ?? 0),
      onlyHere: node('number', (one) => one.onlyHere.length),
    },
    example: 'node(db2).applied',
  },
  receiver: {
    args: ['node'],
    fields: {
      state: node('text', (one) => one.receiver.state, RECEIVER),
      reason: node('text', (one) => one.receiver.reason),
      peer: node('text', (one) => one.receiver.peer),
      running: node('truth', (one) => !['absent', 'stopped', 'refused'].includes(one.receiver.state)),
    },
    example: 'receiver(db2).state = connecting',
  },
  applier: {
    args: ['node'],
    fields: {
      state: node('text', (one) => one.applier.state, APPLIER),
      running: node('truth', (one) => !['absent', 'stopped', 'failed'].includes(one.applier.state)),
      error: whole((sight, args) => errorOf(sight, nodeOf(sight, args)?.id ?? '')),
    },
    example: 'applier(db2).running',
  },
  lag: {
    args: ['node'],
    fields: {
      entries: lag('number', (one) => one.entriesBehind),
      toReceive: lag('number', (one) => one.entriesToReceive),
      toApply: lag('number', (one) => one.entriesToApply),
      ms: lag('number', (one) => ms(one.trueUs)),
      reported: lag('number', (one) => one.reported),
      heartbeat: lag('number', (one) => (one.heartbeatUs === null ? null : ms(one.heartbeatUs))),
      level: lag('text', (one) => one.level, ['ok', 'warn', 'critical', 'unknown']),
    },
    example: 'lag(db2).reported = null',
  },
  client: {
    args: ['client'],
    fields: {
      state: client('text', (one) => one.state, ['thinking', 'waiting', 'backing-off', 'stopped']),
      target: client('text', (one) => one.target),
      pending: client('number', (one) => one.pending),
    },
    example: 'client(c1).pending',
  },
  monitor: {
    args: [],
    fields: { state: monitor('text', (one) => one.state, MONITOR), watches: monitor('text', (one) => one.watches) },
    example: 'monitor.state = draining',
  },
  link: {
    args: ['end', 'end'],
    fields: {
      state: link('text', (one) => one.state, ['up', 'cut', 'stalled']),
      connected: link('truth', (one) => one.connected),
    },
    example: 'link(db1, db2).state = stalled',
  },
  guarantee: {
    args: ['text'],
    fields: { promised: checker('truth', (one) => one.promised), held: checker('truth', (one) => one.held) },
    example: 'guarantee(noLostOk).held',
  },
  setting: {
    args: ['text'],
    itself: whole(({ frame: { settings } }, [path = '']) => settings[path] ?? null, 'any'),
    example: 'setting("replication.timeoutMs")',
  },
  rows: {
    args: ['node'],
    itself: whole((sight, args) => sight.rows(nodeOf(sight, args)?.id ?? '').length),
    example: 'rows(db2)',
  },
  rowsOnly: {
    args: ['node', 'node'],
    itself: whole((sight, args) => rowsOnly(sight, ...two(sight, args))),
    example: 'rowsOnly(db1, db2)',
  },
  same: {
    args: ['node', 'node'],
    itself: whole((sight, args) => sameData(sight, ...two(sight, args)), 'truth'),
    example: 'same(db1, db2)',
  },
  row: {
    args: ['node', 'text'],
    itself: whole((sight, [id = '', key]) => {
      const found = sight.rows(nodeOf(sight, [id])?.id ?? '').find((one) => one.key === key)
      return found?.text ?? found?.value ?? null
    }, 'any'),
    example: 'row(db2, "k1")',
  },
  versions: {
    args: ['node', 'text'],
    itself: whole((sight, [id = '', key = '']) => versionsOf(sight, nodeOf(sight, [id])?.id ?? '', key)),
    example: 'versions(db2, "cart") = 2',
  },
  vector: {
    args: ['text', 'node'],
    itself: whole((sight, [entry = '', id = '']) => seenBy(sight, entry, id)),
    example: 'vector("db2:1", db1)',
  },
  relation: {
    args: ['text', 'text'],
    itself: {
      ...whole((sight, [one = '', other = '']) => relationOf(sight, one, other), 'text'),
      words: RELATIONS,
    },
    example: 'relation("db1:2", "db2:2") = concurrent',
  },
  channel: {
    args: ['node', 'node'],
    fields: {
      received: channel('number', (one) => one.received),
      applied: channel('number', (one) => one.applied),
      error: channel('number', (one) => one.error?.code ?? 0),
    },
    example: 'channel(db2, db1).error = 1062',
  },
  masters: {
    args: [],
    fields: {
      agree: several('number', (one) => one.agreement.agree),
      of: several('number', (one) => one.agreement.of),
      differing: several('number', (one) => one.agreement.keys.length),
      rule: several('text', (one) => one.rule),
      conflicts: several('number', (one) => one.counts.conflicts),
      discarded: several('number', (one) => one.counts.discarded),
      siblings: several('number', (one) => one.counts.siblings),
      siblingsMost: several('number', (one) => one.counts.siblingsMost),
      tombstones: several('number', (one) => one.counts.tombstones),
      resurrected: several('number', (one) => one.counts.resurrected),
      appliedAgain: several('number', (one) => one.counts.appliedAgain),
      stopped: several('number', (one) => one.counts.stopped),
    },
    example: 'masters.agree = masters.of',
  },
  lostIf: {
    args: ['node'],
    itself: whole((sight, args) => lostIf(sight, nodeOf(sight, args)?.id ?? '')),
    example: 'at(first(killed), lostIf(db2))',
  },
  unheardIf: {
    args: ['node'],
    itself: whole((sight, args) => unheardIf(sight, nodeOf(sight, args)?.id ?? '')),
    example: 'at(first(killed), unheardIf(db2))',
  },
}

/** Longer names, as a frame has them. */
export const ALSO: Readonly<Record<string, string>> = {
  entriesBehind: 'entries',
  entriesToReceive: 'toReceive',
  entriesToApply: 'toApply',
}
