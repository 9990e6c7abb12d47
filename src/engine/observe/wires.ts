import type { LinkFrame, MessageFrame } from '../frame/index.ts'
import { linkId } from '../kernel/linkId.ts'
import { type Copy, type Link, type Message, type Node, pathOf, type World } from '../world/index.ts'
import { nameOf } from './nodeFrame.ts'
import { answerFrame } from './readFrame.ts'

/** What lies between the participants: links, and what is under way on them. */

export function linkFrames(world: World): LinkFrame[] {
  const openers = new Map<string, string>()
  for (const { link, opener } of world.connections.values()) openers.set(link, world.parts[opener]!.owner)
  return world.links.map((link) => linkFrame(world, link, openers.get(link.id) ?? copierOver(world, link)))
}

/** `opener`: who opened a connection over it. Entries flow to the slave, which is the one that opens; all else flows from it. */
function linkFrame(world: World, link: Link, opener: string | undefined): LinkFrame {
  const { id, a, b, kind, oneWayUs, jitterUs, state, since } = link
  const kilobytesPerSecond = link.bytesPerSecond / 1000
  const lossPercent = link.lossOf100k / 1000
  const copies = (node: string, from: string): boolean =>
    kind === 'replication' && world.nodes.some((each) => each.id === node && nameOf(world, each.upstream) === from)
  const slave = copies(a, b) ? a : copies(b, a) ? b : (opener ?? b)
  const to = kind === 'replication' ? slave : world.nodes.some((node) => node.id === b) ? b : a
  const connected = opener !== undefined
  const from = to === a ? b : a
  return { id, a, b, kind, from, to, oneWayUs, jitterUs, kilobytesPerSecond, lossPercent, state, since, connected }
}

export function messageFrames(world: World): MessageFrame[] {
  const frames: MessageFrame[] = []
  for (const message of world.messages.values()) frames.push(messageFrame(world, message))
  for (const node of world.nodes) if (node.copy !== null) frames.push(snapshotFrame(world, node, node.copy))
  return frames
}

/** The node that gets its data over a link. */
const copierOver = ({ nodes }: World, { a, b }: Link): string | undefined =>
  nodes.find(({ id, copy }) => copy !== null && (id === a ? b : id === b ? a : '') === nodes[copy.from]!.id)?.id

/** A copy of data is one message, as far on its way as it is done. */
function snapshotFrame(world: World, { number, id: to, epoch }: Node, copy: Copy): MessageFrame {
  const { startedAt, bends, endsAt, position, fact } = copy
  const from = nameOf(world, copy.from)!
  const path = bends.map(([time, millionths]): [number, number] => [time, millionths / 1_000_000])
  return {
    id: -1 - number,
    kind: 'snapshot',
    from,
    to,
    link: linkId(from, to),
    path: [[startedAt, 0], ...path, ...(endsAt < 0 ? [] : ([[endsAt, 1]] as [number, number][]))],
    held: endsAt < 0,
    first: 0,
    last: position,
    epoch,
    origin: '',
    write: 0,
    word: '',
    cause: fact,
    resent: 0,
    answers: null,
  }
}

function messageFrame(world: World, message: Message): MessageFrame {
  const resent = message.resends.filter((t) => t <= world.time).length
  const { id, kind, from, to, link, held, first, last, epoch, write, word, cause } = message
  const path = pathOf(message).map(([time, millionths]): [number, number] => [time, millionths / 1_000_000])
  const answers = answerFrame(world, message)
  const origin = nameOf(world, message.origin) ?? ''
  return { id, kind, from, to, link, path, held, first, last, epoch, origin, write, word, cause, resent, answers }
}
