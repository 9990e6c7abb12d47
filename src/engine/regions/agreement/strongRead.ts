/**
 * A strong read: the region asks another one what it knows of the row. Two of three regions have voted for whatever is
 * decided, so one of these two knows of it or has voted for it. What one of them has voted for may have been told OK, and
 * has to be settled first; not so a promise to one of the two, which would have said that it is decided.
 */
import type { Known, RowVotes, Vote } from './row.ts'

/** What the other one says. */
export interface Seen {
  readonly knows: Known
  readonly vote: Vote | null
}

/**
 * The height that this region's row must have come to before it may be shown. `row`: as it stands here when the answer has
 * come, and what that said has been learned.
 */
export function heightToShow(row: RowVotes, me: number, from: number, seen: Seen): number {
  const mayBeDecided = (vote: Vote | null) =>
    vote !== null && (vote.ballot > 0 || (vote.write.origin !== me && vote.write.origin !== from))
  const isOpenThere = seen.knows.height === row.height && mayBeDecided(seen.vote)
  return mayBeDecided(row.vote) || isOpenThere ? row.height + 1 : row.height
}
