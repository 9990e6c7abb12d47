/**
 * What every transaction of a master goes through once its statement has run, whoever wrote it: it joins a flush of the
 * binlog, waits at the commit gate, and commits, before the wait or after it (DOMAIN 2.3). A machine that has these turns
 * calls its states `flushing`, `waiting` and `committing`, and says itself what comes after them.
 */
interface Flushed {
  event: { now: number; from: number; to: number; first: boolean; commitUs: number }
}

/** As events: `first` says that it commits before it waits. */
export type Committing =
  | { type: 'FLUSHED'; from: number; to: number; first: boolean; commitUs: number }
  | { type: 'PASSED'; commitUs: number }

/** Its positions, once they are known. */
export interface Placed {
  from: number
  to: number
  /** It commits before it waits. */
  first: boolean
}

/** For `setup({ actions })`. `write`: 0 is the heartbeat row, which no client wrote. */
export const commits = {
  joinFlush: (_: unknown, _what: { write: number }): void => {},
  enterGate: (_: unknown, _what: { write: number; from: number; to: number }): void => {},
  /** Keeps commits in log order: nobody later than position `to` may be visible before `until`. */
  beginCommit: (_: unknown, _till: { until: number; to: number }): void => {},
  /** Visible to others from now on. */
  commit: (_: unknown, _what: { write: number; from: number; to: number }): void => {},
}

/** For `setup({ guards })`. */
export const commitGuards = {
  commitsFirst: ({ event }: { event: { type: string; first?: boolean } }): boolean =>
    event.type === 'FLUSHED' && event.first === true,
  committedFirst: ({ context }: { context: Placed }): boolean => context.first,
}

const place = {
  type: 'place',
  params: ({ event: { from, to, first } }: Flushed): Placed => ({ from, to, first }),
} as const

/** Flushed: it commits, or it waits first. */
export const flushed = [
  {
    guard: 'commitsFirst',
    target: 'committing',
    actions: [
      place,
      { type: 'beginCommit', params: ({ event }: Flushed) => ({ until: event.now + event.commitUs, to: event.to }) },
    ],
  },
  { target: 'waiting', actions: place },
] as const

/** The gate let it go, and it has not committed yet. */
export const commitsAfterWait = {
  target: 'committing',
  actions: {
    type: 'beginCommit',
    params: ({ context, event }: { context: Placed; event: { now: number; commitUs: number } }) => ({
      until: event.now + event.commitUs,
      to: context.to,
    }),
  },
} as const
