/** The agreement of three regions, put together: what the rest of a region asks of it, and tells it. */
import type { Agreement } from '../regions.ts'
import { applied } from './applied.ts'
import { Book, type BookSnapshot, type WithBook } from './book.ts'
import { agreementFrame } from './frame.ts'
import { holds } from './holds.ts'
import { led, line, start, takes, unled } from './lines.ts'
import { strongRead } from './strong.ts'
import { afterQuorum } from './writing.ts'

export function makeAgreement(): Agreement {
  const book = new Book()
  const agreement: WithBook = {
    book,
    start,
    afterQuorum,
    applied,
    takes,
    slotOf: (entry) => book.named.get(entry)?.write.slot ?? 0,
    holds,
    strongRead,
    led,
    unled,
    line,
    frame: agreementFrame,
    snapshot: () => book.snapshot(),
    restore: (from) => book.restore(from as BookSnapshot),
    feed: (digest) => book.feed(digest),
  }
  return agreement
}
