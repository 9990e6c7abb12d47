import type { Cell, NodeFrame } from '../../engine/index.ts'

// Nodes made by hand, for tests and for looking at: those of the lab picture at 8.32 s.

const s = (seconds: number) => Math.round(seconds * 1_000_000)

function cells(from: number, to: number, more: (position: number) => Partial<Cell>): Cell[] {
  return Array.from({ length: to - from + 1 }, (_, i): Cell => {
    const position = from + i
    return {
      position,
      number: position,
      epoch: 1,
      origin: 'db1',
      write: position,
      key: 'cart',
      value: position,
      loggedAt: s(position * 0.3),
      receivedAt: s(position * 0.3),
      appliedAt: s(position * 0.4),
      okAt: null,
      ackedAt: [],
      fate: 'kept',
      fateAt: 0,
      heartbeat: false,
      ...more(position),
    }
  })
}

const node = (id: string, more: Partial<NodeFrame>): NodeFrame => ({
  id,
  process: 'up',
  processSince: 0,
  role: 'slave',
  roleSince: 0,
  epoch: 1,
  epochSince: 0,
  upstream: 'db1',
  placedUnder: 'db1',
  joinedAt: 0,
  dataCenter: null,
  promotion: 'neutral',
  leaseUntil: null,
  barred: false,
  clockOffsetUs: 0,
  cells: [],
  received: 0,
  applied: 0,
  onlyHere: [],
  receiver: { state: 'streaming', since: 0, reason: '', peer: 'db1' },
  applier: { state: 'idle', since: 0 },
  applying: null,
  lockedSince: null,
  purgedTo: 0,
  delayUs: 0,
  heldUntil: null,
  copy: null,
  drain: null,
  lag: null,
  rewind: null,
  errant: null,
  extraFrom: null,
  chosenAt: null,
  parts: [],
  ...more,
})

/** Received 17, applied 16. */
export const db2Draining = node('db2', {
  role: 'draining',
  received: 17,
  applied: 16,
  cells: cells(1, 17, (position) => (position === 17 ? { appliedAt: null } : {})),
})

/** Promised 13 to 19; 18 and 19 are lost. */
export const deadMaster = node('db1', {
  role: 'master',
  process: 'down',
  received: 19,
  applied: 19,
  cells: cells(9, 19, (position) => ({
    okAt: s(6),
    ackedAt: position <= 16 ? [s(6)] : [],
    ...(position >= 18 && { fate: 'lost' as const, fateAt: s(8) }),
  })),
})

/** Two entries, nothing applied. */
export const begun = node('db3', { received: 2, applied: 0, cells: cells(1, 2, () => ({ appliedAt: null })) })
