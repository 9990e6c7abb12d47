/**
 * What a node holds of the writes that clients have been answered for, and how the data of two nodes differ. These are
 * the questions that a failover is judged by (DOMAIN 3.4, 3.5); a frame alone cannot answer them, because it shows
 * only the ends of logs.
 */
import type { Row } from '../engine/index.ts'
import type { Sight } from './story.ts'

/** Writes told OK so far that would be gone if this node took over now, with its relay log applied: entries that it has not received. */
export function lostIf({ frame, facts }: Sight, node: string): number | null {
  const received = frame.nodes.find(({ id }) => id === node)?.received
  if (received === undefined) return null
  const gone = new Set(frame.lost.map(({ write }) => write))
  for (const { t, kind, args } of facts) {
    if (t > frame.time) break
    if (kind === 'write-ok' && args.to! > received) gone.add(args.write!)
  }
  return gone.size
}

/** Writes that this node holds although their clients have not been told OK so far. */
export function unheardIf({ frame, facts }: Sight, node: string): number | null {
  const received = frame.nodes.find(({ id }) => id === node)?.received
  if (received === undefined) return null
  const held = new Set<number>()
  for (const { t, kind, args } of facts) {
    if (t > frame.time) break
    if (kind === 'entries-logged' && args.write !== undefined && args.to! <= received) held.add(args.write)
    if (kind === 'write-ok') held.delete(args.write!)
  }
  return held.size
}

/** A row is the same where key, value and the write that it comes from are. */
const textOf = ({ key, value, write, epoch, origin }: Row): string => `${key} ${value} ${write} ${epoch} ${origin}`

/** Rows of one node that the other has not, or has in another version. */
export function rowsOnly(sight: Sight, node: string, other: string): number {
  const there = new Set(sight.rows(other).map(textOf))
  return sight.rows(node).filter((row) => !there.has(textOf(row))).length
}

export const sameData = (sight: Sight, one: string, other: string): boolean =>
  sight.rows(one).length === sight.rows(other).length && rowsOnly(sight, one, other) === 0
