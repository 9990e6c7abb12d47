import type { LinkFrame, MessageFrame } from '../frame.ts'
import { type Link, type Message, pathOf, type World } from '../world.ts'
import { nameOf } from './nodeFrame.ts'

/** What lies between the participants: links, and what is under way on them. */

export function linkFrames(world: World): LinkFrame[] {
  const openers = new Map<string, string>()
  for (const { link, opener } of world.connections.values()) openers.set(link, world.parts[opener]!.owner)
  return world.links.map((link) => linkFrame(world, link, openers.get(link.id)))
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
  return frames
}

function messageFrame(world: World, message: Message): MessageFrame {
  const resent = message.resends.filter((t) => t <= world.time).length
  const { id, kind, from, to, link, held, first, last, epoch, write, word, cause } = message
  const path = pathOf(message).map(([time, millionths]): [number, number] => [time, millionths / 1_000_000])
  const origin = nameOf(world, message.origin) ?? ''
  return { id, kind, from, to, link, path, held, first, last, epoch, origin, write, word, cause, resent }
}
