/** Higher ballots: a region has a slot decided with one other, whatever became of the third (see `row.ts`). */
import { knownOf, othersOf, type Proposal, type RowVotes, type Step, stay, take, type Vote } from './row.ts'

/** No two regions have the same ballot. */
const nextBallot = (after: number, me: number): number => (Math.floor(after / 3) + 1) * 3 + me

/** Is there anything here that somebody waits for? */
export const isOpen = ({ own, vote }: RowVotes): boolean => own !== null || vote !== null

/** Has it waited in vain, it begins a ballot. */
export function press(row: RowVotes, me: number): Step {
  if (!isOpen(row)) return stay(row)
  const ballot = nextBallot(row.joined, me)
  const next = { ...row, joined: ballot, pressing: { ballot, write: null } }
  const message = { type: 'prepare', slot: row.height + 1, knows: knownOf(row), ballot } as const
  return { ...stay(next), say: othersOf(me).map((to) => ({ to, message })) }
}

/** Asked to join: from then on it votes in no lower ballot, and decides nothing by ballot 0. */
export function join(row: RowVotes, from: number, ballot: number): Step {
  const about = { slot: row.height + 1, knows: knownOf(row) }
  if (ballot <= row.joined)
    return { ...stay(row), say: [{ to: from, message: { type: 'outdone', ...about, ballot: row.joined } }] }
  const next = { ...row, joined: ballot, pressing: null }
  return { ...stay(next), say: [{ to: from, message: { type: 'joined', ...about, ballot, vote: row.vote } }] }
}

/** Another has joined: two of three. What may have been decided is put to the vote, else what this region stands for. */
export function hearJoined(row: RowVotes, me: number, from: number, ballot: number, theirs: Vote | null): Step {
  const { pressing } = row
  if (pressing === null || pressing.ballot !== ballot || pressing.write !== null) return stay(row)
  const write = choose(row, 3 - me - from, theirs)
  if (write === null) return stay({ ...row, pressing: null })
  const next = { ...row, vote: { ballot, write }, pressing: { ballot, write } }
  const message = { type: 'accept', slot: row.height + 1, knows: knownOf(row), ballot, write } as const
  return { ...stay(next), say: othersOf(me).map((to) => ({ to, message })) }
}

function choose({ vote, own }: RowVotes, absent: number, theirs: Vote | null): Proposal | null {
  const votes = [vote, theirs].filter((one) => one !== null)
  const last = votes.filter(({ ballot }) => ballot > 0).sort((a, b) => b.ballot - a.ballot)[0]
  const promised = votes.find(({ write }) => write.origin === absent)
  return (last ?? promised ?? vote)?.write ?? own?.write ?? null
}

export function accept(row: RowVotes, from: number, ballot: number, write: Proposal): Step {
  const about = { slot: row.height + 1, knows: knownOf(row) }
  if (ballot < row.joined)
    return { ...stay(row), say: [{ to: from, message: { type: 'outdone', ...about, ballot: row.joined } }] }
  const next = { ...row, joined: ballot, vote: { ballot, write }, pressing: null }
  return { ...stay(next), say: [{ to: from, message: { type: 'accepted', ...about, ballot } }] }
}

/** Two of three have voted for it in one ballot: decided. The others are told, because the origin may not be there. */
export function hearAccepted(row: RowVotes, me: number, ballot: number): Step {
  const { pressing } = row
  if (pressing === null || pressing.ballot !== ballot || pressing.write === null) return stay(row)
  const step = take(row, pressing.write)
  const message = { type: 'known', slot: pressing.write.slot, knows: knownOf(step.row) } as const
  return { ...step, say: othersOf(me).map((to) => ({ to, message })) }
}

/** Somebody is further on: it lets that one, and tries again with a higher ballot when that comes to nothing. */
export const hearOutdone = (row: RowVotes, ballot: number): Step =>
  stay({ ...row, joined: Math.max(row.joined, ballot), pressing: null })
