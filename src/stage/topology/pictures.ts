import type { Frame, NodeFrame } from '../../engine/index.ts'
import { cells, client, entry, fact, frame, link, master, message, s, slave, watching } from './fixtures.ts'
import type { LayoutKind } from './view.ts'

/** The states to look at, one after the other: those of the design's pictures first. */
export interface Picture {
  name: string
  layout: LayoutKind
  frame: Frame
}

const semiSync = (gate: 'on' | 'fallen-back'): Frame['mode'] => ({
  kind: 'semi-sync',
  waitFor: 1,
  timeoutUs: s(0.5),
  ack: 'received',
  gate,
  since: 0,
})

const lagging = (
  id: string,
  received: number,
  applied: number,
  behind: number,
  seconds: number,
  level: 'ok' | 'warn' | 'critical' | 'unknown',
): NodeFrame =>
  slave(id, received, applied, {
    lag: {
      entriesToReceive: 0,
      entriesToApply: 0,
      entriesBehind: behind,
      trueUs: s(seconds),
      reported: 0,
      level,
      since: 0,
    },
  })

const home = frame(2.4, {
  nodes: [
    master('db1', 7, 7, { onlyHere: [6, 7] }),
    lagging('db2', 5, 4, 3, 0.6, 'ok'),
    lagging('db3', 3, 2, 5, 1.9, 'warn'),
  ],
  links: [link('db1', 'db2'), link('db1', 'db3'), link('c', 'db1', { kind: 'client' })],
  messages: [
    entry('db1', 'db2', 6, [2.36, 2.45]),
    entry('db1', 'db3', 4, [2.33, 2.43]),
    entry('db1', 'db3', 5, [2.366, 2.466]),
  ],
  clients: [client('c', { last: { write: 7, outcome: 'ok', at: s(2.38) } })],
  monitor: watching,
})

const dead = (part: Partial<NodeFrame> = {}): NodeFrame =>
  master('db1', 19, 19, { process: 'down', processSince: s(6.5), ...part }, (n) => ({
    ackedAt: n <= 16 ? [0] : [],
    ...(n >= 18 && { fate: 'lost' as const, fateAt: 0 }),
  }))

const lost = [
  { write: 18, number: 18, key: 'cart', value: 3, client: 'c1', okAt: s(6.412), lostAt: 0 },
  { write: 19, number: 19, key: 'stock', value: 41, client: 'c2', okAt: s(6.48), lostAt: 0 },
]

const lab = frame(8.32, {
  mode: semiSync('fallen-back'),
  nodes: [
    dead(),
    slave('db2', 17, 16, {
      role: 'draining',
      receiver: { state: 'stopped', since: 0, reason: 'source-down', peer: 'db1' },
      applying: { from: 17, to: 17, startedAt: s(7.66), endsAt: s(8.46) },
      drain: { total: 1, left: 1, startedAt: s(7.66), endsAt: s(8.46) },
      chosenAt: s(8.02),
    }),
    { ...lagging('db3', 14, 13, 4, 3.7, 'warn'), upstream: 'db2' },
  ],
  links: [link('db1', 'db2', { connected: false }), link('db2', 'db3')],
  messages: [entry('db2', 'db3', 15, [8.26, 8.36]), entry('db2', 'db3', 16, [8.298, 8.398])],
  clients: [
    client('c1', { state: 'waiting', waitingSince: s(6.52), givesUpAt: s(9.52), pending: 1 }),
    client('c2', { state: 'waiting', waitingSince: s(6.6), givesUpAt: s(10), pending: 1 }),
  ],
  monitor: {
    ...watching,
    state: 'draining',
    probes: watching.probes.map((q) => ({ ...q, missed: q.node === 'db1' ? 3 : 0 })),
    choice: {
      chosen: 'db2',
      candidates: [
        { node: 'db2', received: 17, reason: 'most-received' },
        { node: 'db3', received: 13, reason: 'behind' },
      ],
      at: s(8.02),
    },
  },
  lost,
  recent: [fact(8.31, 'db3', 'repointed', { peer: 'db2' })],
})

const normal = frame(4, {
  nodes: [master('db1', 12, 11, {}), lagging('db2', 11, 10, 2, 0.03, 'ok'), lagging('db3', 9, 9, 3, 0.05, 'ok')],
  links: [
    link('db1', 'db2'),
    link('db1', 'db3', { oneWayUs: s(0.06) }),
    link('c1', 'db1', { kind: 'client' }),
    link('c2', 'db1', { kind: 'client' }),
  ],
  messages: [
    entry('db1', 'db2', 12, [3.985, 4.025]),
    entry('db1', 'db3', 10, [3.95, 4.01]),
    entry('db1', 'db3', 11, [3.98, 4.04]),
    message('write', 'c1', 'db1', [3.99, 4.01], { write: 13 }),
    message('probe', 'monitor', 'db1', [3.98, 4.02]),
    message('probe', 'monitor', 'db2', [3.98, 4.03]),
    message('answer', 'db3', 'monitor', [3.98, 4.03]),
  ],
  clients: [
    client('c1', { state: 'waiting', waitingSince: s(3.99), givesUpAt: s(4.99), pending: 1 }),
    client('c2', { last: { write: 12, outcome: 'ok', at: s(3.9) } }),
  ],
  monitor: watching,
})

const acks = frame(1.14, {
  mode: semiSync('on'),
  nodes: [
    master('db1', 7, 5, { applied: 5 }, (n) => ({
      ackedAt: n <= 5 ? (n <= 3 ? [0, 0] : [0]) : [],
      appliedAt: n <= 5 ? 0 : null,
    })),
    lagging('db2', 6, 4, 3, 0.6, 'ok'),
    lagging('db3', 2, 1, 6, 4.1, 'warn'),
  ],
  links: [link('db1', 'db2'), link('db1', 'db3', { state: 'cut', connected: false })],
  messages: [
    entry('db1', 'db2', 7, [1.124, 1.164]),
    message('ack', 'db2', 'db1', [1.126, 1.166], { last: 6, word: 'received' }),
  ],
  clients: [
    client('c1', { state: 'waiting', waitingSince: s(0.9), givesUpAt: s(1.4), pending: 1 }),
    client('c2', { state: 'waiting', waitingSince: s(1.06), givesUpAt: s(1.56), pending: 1 }),
  ],
  monitor: watching,
})

const stalled = frame(5, {
  mode: semiSync('fallen-back'),
  nodes: [
    master('db1', 14, 13, {}, (n) => ({ ackedAt: n <= 9 ? [0] : [] })),
    lagging('db2', 9, 9, 5, 1.2, 'critical'),
    lagging('db3', 14, 13, 1, 0.02, 'ok'),
  ],
  links: [link('db1', 'db2', { state: 'stalled' }), link('db1', 'db3')],
  messages: [10, 11, 12, 13].map((n) => ({
    ...entry('db1', 'db2', n, [4, 4.1]),
    held: true,
    path: [[s(4), 0.62]] as [number, number][],
  })),
  clients: [client('c1', { last: { write: 13, outcome: 'ok', at: s(4.9) } })],
  monitor: watching,
})

const suspected = frame(7, {
  nodes: [
    { ...dead({ onlyHere: [18, 19] }), cells: dead().cells.map((c) => ({ ...c, fate: 'kept' as const })) },
    {
      ...lagging('db2', 17, 16, 3, 0.6, 'unknown'),
      receiver: { state: 'connecting', since: 0, reason: 'reset', peer: 'db1' },
    },
    {
      ...lagging('db3', 14, 13, 6, 0.6, 'critical'),
      receiver: { state: 'connecting', since: 0, reason: 'reset', peer: 'db1' },
    },
  ],
  links: [link('db1', 'db2', { connected: false }), link('db1', 'db3', { connected: false })],
  clients: [client('c1', { state: 'waiting', waitingSince: s(6.6), givesUpAt: s(8.6), pending: 1 })],
  monitor: {
    ...watching,
    state: 'suspecting',
    probes: watching.probes.map((q) => ({ ...q, missed: q.node === 'db1' ? 2 : 0 })),
  },
  recent: [fact(6.99, 'db1~db2', 'dropped', { peer: 'db2', from: 18, us: s(0.02) })],
})

const fenced = frame(12, {
  epoch: 2,
  nodes: [
    {
      ...dead(),
      process: 'up',
      role: 'fenced',
      cells: cells(10, 20, (n) => ({
        okAt: n <= 19 ? 0 : null,
        appliedAt: 0,
        ...(n >= 18 && { fate: n === 20 ? ('extra' as const) : ('lost' as const) }),
      })),
      received: 20,
    },
    {
      ...master('db2', 20, 20, { epoch: 2, chosenAt: s(11.98), roleSince: s(11.99), onlyHere: [20] }),
      cells: cells(10, 20, (n) => ({
        okAt: 0,
        appliedAt: 0,
        ...(n >= 18 && { origin: 'db2', epoch: 2, number: n + 2 }),
      })),
    },
    {
      ...lagging('db3', 19, 18, 1, 0.02, 'ok'),
      upstream: 'db2',
      epoch: 2,
      cells: cells(10, 19, (n) => ({
        appliedAt: n <= 18 ? 0 : null,
        ...(n >= 18 && { origin: 'db2', number: n + 2 }),
      })),
    },
  ],
  links: [link('db2', 'db3')],
  messages: [
    entry('db2', 'db3', 20, [11.98, 12.02], { origin: 'db2' }),
    message('write', 'c1', 'db2', [11.98, 12.02], { write: 23 }),
    message('reply', 'db2', 'c2', [11.97, 12.01], { write: 22, word: 'ok' }),
  ],
  clients: [
    client('c1', { target: 'db2', state: 'waiting', waitingSince: s(11.98), givesUpAt: s(13), pending: 1 }),
    client('c2', { target: 'db2', last: { write: 22, outcome: 'ok', at: 0 } }),
  ],
  monitor: { ...watching, state: 'done', watches: 'db2', choice: lab.monitor!.choice },
  lost,
})

const crowd = (n: number): Frame => {
  const slaves = Array.from({ length: n - 1 }, (_, i) =>
    lagging(`db${i + 2}`, 12 - i, 11 - i, i, i / 3, i > 3 ? 'critical' : i > 1 ? 'warn' : 'ok'),
  )
  return frame(4, {
    nodes: [master('db1', 12, 12), ...slaves],
    links: slaves.map((n, i) => link('db1', n.id, { oneWayUs: s(0.03 + i * 0.01) })),
    messages: slaves.map((n, i) => entry('db1', n.id, 12 - i, [3.98, 4.005 + i * 0.01])),
    clients: ['c1', 'c2', 'c3'].map((id) => client(id, { last: { write: 12, outcome: 'ok', at: 0 } })),
    monitor: {
      ...watching,
      probes: ['db1', ...slaves.map((n) => n.id)].map((node) => ({
        node,
        missed: 0,
        lastAnswerAt: 0,
        lastMissAt: null,
      })),
      choice: null,
    },
  })
}

const afterCrowd: Frame = {
  ...crowd(5),
  epoch: 2,
  nodes: [
    dead(),
    { ...master('db2', 18, 18, { epoch: 2 }) },
    ...['db3', 'db4', 'db5'].map((id) => ({ ...slave(id, 17, 16), upstream: 'db2' })),
  ],
  links: ['db3', 'db4', 'db5'].map((id) => link('db2', id)),
  messages: [
    entry('db2', 'db3', 18, [3.98, 4.02]),
    entry('db2', 'db4', 18, [3.98, 4.02]),
    entry('db2', 'db5', 18, [3.98, 4.02]),
  ],
  clients: [client('c1', { target: 'db2' })],
  monitor: { ...crowd(5).monitor!, state: 'done', choice: lab.monitor!.choice },
  lost: [...lost, ...lost.map((w, i) => ({ ...w, write: 30 + i })), ...lost.map((w, i) => ({ ...w, write: 40 + i }))],
}

const bulk = frame(4, {
  nodes: [
    master('db1', 1200, 1190),
    lagging('db2', 1100, 1090, 110, 0.03, 'critical'),
    { ...lagging('db3', 1195, 1150, 45, 0.05, 'critical'), applier: { state: 'stopped', since: 0 } },
  ],
  links: [link('db1', 'db2'), link('db1', 'db3')],
  messages: [
    entry('db1', 'db2', 1101, [3.98, 4.02], { last: 1116 }),
    ...Array.from({ length: 12 }, (_, i) => entry('db1', 'db3', 1189 + i, [3.963 + i * 0.003, 4.003 + i * 0.003])),
  ],
  clients: [client('app1', { kind: 'stream', pending: 9, state: 'waiting', waitingSince: s(3.9), givesUpAt: s(4.9) })],
  monitor: watching,
})

export const pictures: Picture[] = [
  { name: 'home', layout: 'hero', frame: home },
  { name: 'lab', layout: 'wide', frame: lab },
  { name: 'phone', layout: 'stacked', frame: lab },
  { name: 'normal', layout: 'wide', frame: normal },
  { name: 'acks and a cut', layout: 'wide', frame: acks },
  { name: 'stalled', layout: 'wide', frame: stalled },
  { name: 'suspected', layout: 'wide', frame: suspected },
  { name: 'fenced', layout: 'wide', frame: fenced },
  { name: 'four', layout: 'wide', frame: crowd(4) },
  { name: 'five', layout: 'wide', frame: crowd(5) },
  { name: 'six', layout: 'wide', frame: crowd(6) },
  { name: 'five after', layout: 'wide', frame: afterCrowd },
  { name: 'bulk', layout: 'wide', frame: bulk },
  { name: 'hero lab', layout: 'hero', frame: lab },
  { name: 'hero fenced', layout: 'hero', frame: fenced },
  { name: 'hero six', layout: 'hero', frame: crowd(6) },
  { name: 'phone normal', layout: 'stacked', frame: normal },
  { name: 'phone four', layout: 'stacked', frame: crowd(4) },
  { name: 'two', layout: 'wide', frame: crowd(2) },
  { name: 'seven', layout: 'wide', frame: crowd(7) },
]
