/** Ballot 0: a region asks the others to promise a row to its write, and they promise or refuse (see `row.ts`). */

import { press } from './press.ts'
import { isSame, knownOf, othersOf, type Proposal, type RowVotes, type Said, type Step, stay, take } from './row.ts'

/**
 * A write of this region begins, at the slot after what it has seen. Null: the row is promised to another region's
 * write, which would not have seen this one. At most one write of a region is open for a row at a time.
 */
export function begin(row: RowVotes, me: number, write: Proposal): Step | null {
  if (row.own !== null || write.slot !== row.height + 1) throw new Error(`slot ${write.slot} is not open for a write`)
  if (row.vote !== null) return null
  const own = { write, refusedBy: [], busy: [], withdrawn: false }
  // In the middle of a ballot nobody may promise.
  if (row.joined > 0) return press({ ...row, own }, me)
  const begun = { ...row, own, vote: { ballot: 0, write } }
  return { ...stay(begun), say: asks(begun, me) }
}

/** Asks again, because a line is back or somebody else leads the region. Harmless as often as one likes. */
export function askAgain(row: RowVotes, me: number): Step {
  return { ...stay(row), say: row.own === null || row.joined > 0 ? [] : asks(row, me) }
}

/** Its client has given it up. From now on others are asked to refuse it, if they have not promised yet. */
export function withdraw(row: RowVotes): RowVotes {
  return row.own === null ? row : { ...row, own: { ...row.own, withdrawn: true } }
}

function asks(row: RowVotes, me: number): Said[] {
  const { write, withdrawn } = row.own!
  return othersOf(me).map((to) => ({
    to,
    message: { type: 'ask', slot: write.slot, knows: knownOf(row), write, withdraws: withdrawn },
  }))
}

/** Asked for the slot that is open here. */
export function answer(row: RowVotes, from: number, write: Proposal, withdraws: boolean): Step {
  const say = (given: 'promised' | 'refused' | 'busy', next = row): Step => ({
    ...stay(next),
    say: [{ to: from, message: { type: 'answer', slot: write.slot, knows: knownOf(row), write, answer: given } }],
  })
  const { vote, joined, refused } = row
  if (vote !== null && vote.ballot === 0 && isSame(vote.write, write)) return say('promised')
  if (joined > 0) return say('busy')
  const isRefused = refused.some((one) => isSame(one, write))
  if (isRefused) return say('refused')
  if (vote !== null || withdraws) return say('refused', { ...row, refused: [...refused, write] })
  return say('promised', { ...row, vote: { ballot: 0, write } })
}

/** The origin hears what another region says to its write. */
export function hearAnswer(
  row: RowVotes,
  me: number,
  from: number,
  write: Proposal,
  given: 'promised' | 'refused' | 'busy',
): Step {
  const { own } = row
  // Once it has joined a ballot, or presses itself, only ballots decide.
  if (own === null || !isSame(own.write, write) || row.joined > 0) return stay(row)
  if (given === 'promised') return take(row, write)
  const among = (list: readonly number[], is: boolean) => [...list.filter((one) => one !== from), ...(is ? [from] : [])]
  const refusedBy = among(own.refusedBy, given === 'refused' || own.refusedBy.includes(from))
  const busy = among(own.busy, given === 'busy')
  if (refusedBy.length === 2) return { ...stay({ ...row, own: null, vote: null }), own: { write, isDone: false } }
  const next = { ...row, own: { ...own, refusedBy, busy } }
  const isStuck = othersOf(me).every((region) => refusedBy.includes(region) || busy.includes(region))
  return isStuck ? press(next, me) : stay(next)
}
