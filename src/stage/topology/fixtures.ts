import type { Cell, ClientFrame, Fact, Frame, LinkFrame, MessageFrame, NodeFrame } from '../../engine/index.ts'

/**
 * Frames made by hand, for tests and for looking at: the states of the design's pictures, and the ones it names without
 * drawing them. Times in seconds here, microseconds in the frames.
 */
export const s = (seconds: number): number => Math.round(seconds * 1_000_000)

type Some<T> = { [K in keyof T]?: T[K] }

export function cells(from: number, to: number, part: (n: number) => Some<Cell> = () => ({})): Cell[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => {
    const n = from + i
    return {
      position: n,
      number: n,
      epoch: 1,
      origin: 'db1',
      write: n,
      key: `k${n % 5}`,
      value: n * 3,
      loggedAt: 0,
      receivedAt: 0,
      appliedAt: null,
      okAt: null,
      ackedAt: [],
      fate: 'kept' as const,
      fateAt: 0,
      ...part(n),
    }
  })
}

export function slave(id: string, received: number, applied: number, part: Some<NodeFrame> = {}): NodeFrame {
  return {
    id,
    process: 'up',
    processSince: 0,
    role: 'slave',
    roleSince: 0,
    epoch: 1,
    epochSince: 0,
    upstream: 'db1',
    cells: cells(Math.max(1, received - 20), received, (n) => ({ appliedAt: n <= applied ? 0 : null })),
    received,
    applied,
    onlyHere: [],
    receiver: { state: 'streaming', since: 0, reason: '', peer: 'db1' },
    applier: { state: received > applied ? 'applying' : 'idle', since: 0 },
    applying: null,
    drain: null,
    lag: {
      entriesToReceive: 0,
      entriesToApply: received - applied,
      entriesBehind: received - applied,
      trueUs: s(0.6),
      reported: 0,
      level: 'ok',
      since: 0,
    },
    extraFrom: null,
    chosenAt: null,
    parts: [],
    ...part,
  }
}

export function master(
  id: string,
  end: number,
  told: number,
  part: Some<NodeFrame> = {},
  cell: (n: number) => Some<Cell> = () => ({}),
): NodeFrame {
  return slave(id, end, end, {
    role: 'master',
    upstream: null,
    cells: cells(Math.max(1, end - 20), end, (n) => ({ appliedAt: 0, okAt: n <= told ? 0 : null, ...cell(n) })),
    receiver: { state: 'absent', since: 0, reason: '', peer: null },
    applier: { state: 'absent', since: 0 },
    lag: null,
    ...part,
  })
}

export const link = (from: string, to: string, part: Some<LinkFrame> = {}): LinkFrame => {
  const [a, b] = from < to ? [from, to] : [to, from]
  return {
    id: `${a}~${b}`,
    a,
    b,
    kind: 'replication',
    from,
    to,
    oneWayUs: s(0.04),
    state: 'up',
    since: 0,
    connected: true,
    ...part,
  }
}

let ids = 0
/** Under way since `from` seconds, there at `to` seconds. */
export const message = (
  kind: MessageFrame['kind'],
  from: string,
  to: string,
  when: [number, number],
  part: Some<MessageFrame> = {},
): MessageFrame => ({
  id: ++ids,
  kind,
  from,
  to,
  link: from < to ? `${from}~${to}` : `${to}~${from}`,
  path: [
    [s(when[0]), 0],
    [s(when[1]), 1],
  ],
  held: false,
  first: 0,
  last: 0,
  epoch: 1,
  origin: 'db1',
  write: 0,
  word: '',
  ...part,
})

export const entry = (from: string, to: string, n: number, when: [number, number], part: Some<MessageFrame> = {}) =>
  message('entries', from, to, when, { first: n, last: n, ...part })

export const client = (id: string, part: Some<ClientFrame> = {}): ClientFrame => ({
  id,
  kind: 'closed-loop',
  target: 'db1',
  state: 'thinking',
  since: 0,
  waitingSince: null,
  givesUpAt: null,
  pending: 0,
  last: null,
  ...part,
})

export const fact = (t: number, at: string, kind: Fact['kind'], args: Fact['args'] = {}): Fact => ({
  id: ++ids,
  t: s(t),
  at,
  kind,
  args,
  cause: 0,
})

export function frame(time: number, part: Some<Frame>): Frame {
  return {
    model: 1,
    time: s(time),
    event: 214,
    scenarioId: 'fixture',
    title: 'Fixture',
    paceUs: s(0.04),
    epoch: 1,
    mode: { kind: 'async', waitFor: 1, timeoutUs: s(0.5), ack: 'received', gate: 'async', since: 0 },
    nodes: [],
    links: [],
    messages: [],
    clients: [],
    monitor: null,
    counters: {
      issued: 0,
      ok: 0,
      error: 0,
      unknown: 0,
      pending: 0,
      surviving: 0,
      atRisk: 0,
      lost: 0,
      ghost: 0,
      overwritten: 0,
      discarded: 0,
      noticed: 0,
    },
    lost: [],
    checkers: [],
    recent: [],
    milestone: null,
    settings: {},
    lag: { warnEntries: 4, criticalEntries: 12, warnUs: s(1), criticalUs: s(5) },
    ...part,
  }
}

export const watching: NonNullable<Frame['monitor']> = {
  state: 'watching',
  since: 0,
  watches: 'db1',
  probes: ['db1', 'db2', 'db3'].map((node) => ({ node, missed: 0, lastAnswerAt: 0, lastMissAt: null })),
  choice: null,
  parts: [],
}
