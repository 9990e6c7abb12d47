/**
 * Agreement of two of three regions about one row, before anybody is told OK (global tables of kind mrsc, DOMAIN 6). How
 * DynamoDB does it is not published, so this protocol is our own, and it is consensus in the manner of Paxos.
 *
 * A row's writes are numbered: the one at *slot* n has seen those before it. Each slot is one decision among the three
 * regions, each of which votes with what is on the disks of two of its zones:
 * - Ballot 0, for everybody: a region votes for its own write and asks the other two. A region votes once, for the first
 *   that it hears of: a *promise*. The origin that hears one promise has two of three: it is decided. Only the origin
 *   decides so, and only while it has joined no ballot.
 * - A *refusal* is for good. Refused by both others, a write has not happened.
 * - Higher ballots: whoever waits in vain *presses* for a decision with one other region. That one, by joining, renounces
 *   what it has asked for itself (it can say whether it had been decided). The write of the absent third is completed if
 *   either has promised it, because it may have been told OK; else the one that presses is free to choose.
 * "Whoever has promised completes it with the third" alone would not do: two regions that have asked each other in vain while
 * the third is away could neither go on nor back. That is what the ballots are for.
 */
export interface Proposal {
  /** Region, 0 to 2, and the write's number there: its name. */
  readonly origin: number
  readonly sequence: number
  /** Which write of its row it wants to be. From 1. */
  readonly slot: number
}

export interface Vote {
  readonly ballot: number
  readonly write: Proposal
}

/** A write of this region that nobody has decided yet. */
interface Own {
  readonly write: Proposal
  /** Regions that refused it. */
  readonly refusedBy: readonly number[]
  /** Regions that have joined a ballot and can promise nothing. */
  readonly busy: readonly number[]
  /** Its client has given it up: it is to be done only if somebody has promised it already. */
  readonly withdrawn: boolean
}

/** What this region does to have the slot decided in a ballot of its own. */
interface Pressing {
  readonly ballot: number
  /** Null: the other has yet to say what it voted for. */
  readonly write: Proposal | null
}

/** What is decided of a row, as far as one region knows. */
export interface Known {
  /** The slot of the last write. */
  readonly height: number
  /** By region: the number of its last write among them, 0 = none. */
  readonly decided: readonly number[]
}

/** What one region knows of one row. Immutable. The slot that it votes on is `height + 1`. */
export interface RowVotes extends Known {
  /** The highest ballot that it has joined; 0 = none. It votes in no lower one. */
  readonly joined: number
  readonly vote: Vote | null
  /** Writes that it has refused. */
  readonly refused: readonly Proposal[]
  readonly own: Own | null
  readonly pressing: Pressing | null
}

export const OPEN: RowVotes = {
  height: 0,
  decided: [0, 0, 0],
  joined: 0,
  vote: null,
  refused: [],
  own: null,
  pressing: null,
}

/** What came of something for one row of one region. */
export interface Step {
  readonly row: RowVotes
  readonly say: readonly Said[]
  /** Decided here and now: the row takes it. */
  readonly took: Proposal | null
  /** What became of this region's own write. */
  readonly own: { readonly write: Proposal; readonly isDone: boolean } | null
}

export interface Said {
  readonly to: number
  readonly message: Message
}

/** Every message is about one slot, and says what its sender knows of the row. */
export type Message = { readonly slot: number; readonly knows: Known } & (
  | { readonly type: 'ask'; readonly write: Proposal; readonly withdraws: boolean }
  | { readonly type: 'answer'; readonly write: Proposal; readonly answer: 'promised' | 'refused' | 'busy' }
  | { readonly type: 'prepare'; readonly ballot: number }
  | { readonly type: 'joined'; readonly ballot: number; readonly vote: Vote | null }
  | { readonly type: 'accept'; readonly ballot: number; readonly write: Proposal }
  | { readonly type: 'accepted'; readonly ballot: number }
  | { readonly type: 'outdone'; readonly ballot: number }
  | { readonly type: 'known' }
)

export const othersOf = (me: number): number[] => [0, 1, 2].filter((region) => region !== me)

export const isSame = (a: Proposal, b: Proposal): boolean => a.origin === b.origin && a.sequence === b.sequence

export const knownOf = ({ height, decided }: RowVotes): Known => ({ height, decided })

export const stay = (row: RowVotes): Step => ({ row, say: [], took: null, own: null })

/** What is known once this write stands. */
export const withWrite = ({ height, decided }: Known, { origin, sequence, slot }: Proposal): Known => ({
  height: Math.max(height, slot),
  decided: decided.map((last, region) => (region === origin ? Math.max(last, sequence) : last)),
})

/** Another region knows more: what was open here is settled by that. */
export function learn(row: RowVotes, known: Known): Step {
  if (known.height <= row.height) return stay(row)
  const { own } = row
  const isOver = own !== null && own.write.slot <= known.height
  const settled = isOver ? { write: own.write, isDone: known.decided[own.write.origin]! >= own.write.sequence } : null
  const next = { ...OPEN, height: known.height, decided: known.decided, own: isOver ? null : own }
  return { row: next, say: [], took: null, own: settled }
}

/** Decided by this region. */
export function take(row: RowVotes, write: Proposal): Step {
  return { ...learn(row, withWrite(row, write)), took: write }
}
