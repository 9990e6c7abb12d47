import { originLetter } from './masters.ts'
import { spokenOf } from './terms.ts'

/**
 * What an entry is called among several masters: by the letter of its origin and its number there, as the stage, the card of
 * a conflict and the strips call it. Facts name it otherwise: by the id of its origin (`db1:6`), by its position in one
 * node's log, or by its write.
 */

/** "A6" of `db1:6`; "#6 of db1" where nobody has said which masters there are. */
export function entryNamed(name = '?:0'): string {
  const [origin = '?', sequence = '0'] = name.split(':')
  const frame = spokenOf()
  return frame?.multiMaster?.origins.includes(origin)
    ? `${originLetter(origin, frame)}${sequence}`
    : `#${sequence} of ${origin}`
}

/**
 * What stands at these positions of a node's log: "A6", "A6, A7", "A6 to A9". Where masters copy from all others each log
 * holds its own entries only; elsewhere it is a matter of looking, as far as the frame goes. Null: there is one master.
 */
export function inLogOf(node: string, from: number, to: number): string | null {
  const frame = spokenOf()
  if (!frame?.multiMaster?.origins.includes(node)) return null
  const isOwn = frame.multiMaster.topology === 'all-to-all'
  const cells = frame.nodes.find(({ id }) => id === node)?.cells ?? []
  const named = (position: number): string => {
    if (isOwn) return `${originLetter(node, frame)}${position}`
    const cell = cells.find((one) => one.position === position)
    return cell ? `${originLetter(cell.origin, frame)}${cell.number}` : `number ${position} of its log`
  }
  if (to <= from) return named(from)
  return `${named(from)}${to === from + 1 ? ',' : ' to'} ${named(to)}`
}

/** What a channel from that master carries at these positions; in a ring they are nobody's own: "what came from db3". */
export function overChannel(peer: string, from: number, to: number): string | null {
  const topology = spokenOf()?.multiMaster?.topology
  if (topology === undefined) return null
  return topology === 'all-to-all' ? inLogOf(peer, from, to) : `what came from ${peer}`
}

/** By the write that made it, for what a reader was shown: "A6"; "write 3" where no log shows it any more. Null: one master. */
export function entryOfWrite(write: number): string | null {
  const frame = spokenOf()
  if (!frame?.multiMaster) return null
  for (const { cells } of frame.nodes) {
    const cell = cells.find((one) => one.write === write)
    if (cell) return `${originLetter(cell.origin, frame)}${cell.number}`
  }
  return `write ${write}`
}
