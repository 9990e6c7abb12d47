/**
 * The wires. Links between participants are ordered, reliable connections: jitter never lets a message overtake
 * another. A cut resets the connections and drops what is in flight; a stall holds everything, silently, with the
 * connections up; healing lets what is held travel the rest of its way. A message of no connection (a probe, an
 * answer, a command) finds no way through a cut. Simplified: no bandwidth, no loss that a retransmission repairs.
 */
import type { FactArgs } from '../fact.ts'
import { distance } from '../settings.ts'
import type { Link, Message, Part, World } from '../world.ts'
import { abandon, endFor, hangUpAll, hangUpHalfOpen, isUp } from './connections.ts'
import type { Told } from './event.ts'
import type { Kernel } from './kernel.ts'
import { linkId } from './linkId.ts'

const WHOLE = 1_000_000

/** What a sender has to say; the rest of a Message follows from it. */
export interface Parcel {
  kind: Message['kind']
  from: string
  to: string
  part: string
  event: Told
  connection?: number
  first?: number
  last?: number
  epoch?: number
  origin?: number
  write?: number
  word?: string
}

export function makeLink(world: World, one: string, other: string, kind: Link['kind']): Link {
  const [a, b] = one < other ? [one, other] : [other, one]
  const { oneWayUs, jitterUs } = distance(world.settings.scenario, a, b, kind)
  return { id: linkId(a, b), a, b, kind, oneWayUs, jitterUs, state: 'up', since: 0, fact: 0, free: [0, 0] }
}

/** Puts a message on its way. In a cut nothing leaves: false. */
export function send(kernel: Kernel, parcel: Parcel): boolean {
  const { world } = kernel
  const { link, direction, luck } = kernel.way(parcel.from, parcel.to)
  if (link.state === 'cut') {
    kernel.fact(link.id, 'dropped', { reason: parcel.kind }, kernel.cause, true)
    return false
  }
  const extra = link.jitterUs === 0 ? 0 : world.chance.logNormal(luck, link.jitterUs)
  const wayUs = Math.max(link.oneWayUs + extra, link.free[direction] - kernel.now)
  const held = link.state === 'stalled'
  const message: Message = {
    id: world.nextMessage++,
    kind: parcel.kind,
    from: parcel.from,
    to: parcel.to,
    part: parcel.part,
    link: link.id,
    connection: parcel.connection ?? 0,
    sentAt: kernel.now,
    arrivesAt: kernel.now + wayUs,
    held,
    bends: [],
    first: parcel.first ?? 0,
    last: parcel.last ?? 0,
    epoch: parcel.epoch ?? 0,
    origin: parcel.origin ?? -1,
    write: parcel.write ?? 0,
    word: parcel.word ?? '',
    event: parcel.event,
    cause: kernel.cause,
    wayUs,
    arrival: -1,
  }
  if (!held) schedule(kernel, link, direction, message)
  world.messages.set(message.id, message)
  return true
}

function schedule({ world }: Kernel, link: Link, way: 0 | 1, message: Message): void {
  link.free[way] = message.arrivesAt
  message.arrival = world.queue.push(message.arrivesAt, { kind: 'arrive', message: message.id, cause: message.cause })
}

/** Takes a message off the wire and hands it to the part that it is for, if there is one. */
export function arrive(kernel: Kernel, id: number): void {
  const { world } = kernel
  const message = world.messages.get(id)!
  world.messages.delete(id)
  const part = message.connection > 0 ? endFor(kernel, message) : listener(kernel, message)
  if (part !== undefined) kernel.deliver(part, message.event, message.cause)
}

/** Who hears a message that belongs to no connection. */
function listener(kernel: Kernel, message: Message): Part | undefined {
  const node = kernel.node(message.to)
  return node === undefined || isUp(node) ? kernel.part(message.part) : undefined
}

/** Both ends of every connection over a link hear a reset, and what is in flight on it is lost. */
export function cut(kernel: Kernel, link: Link): void {
  const { world } = kernel
  const lost = [...world.messages.values()].filter((message) => message.link === link.id)
  turn(kernel, link, 'cut', { count: lost.length })
  for (const message of lost) drop(kernel, message)
  link.free = [0, 0]
  hangUpAll(kernel, link)
}

export function stall(kernel: Kernel, link: Link): void {
  const { world } = kernel
  turn(kernel, link, 'stalled', {})
  for (const message of world.messages.values()) {
    if (message.link !== link.id || message.held) continue
    world.queue.cancel(message.arrival)
    const bends = [...message.bends, [kernel.now, placeOf(message, kernel.now)] as const]
    world.messages.set(message.id, { ...message, held: true, bends, arrival: -1 })
  }
}

export function heal(kernel: Kernel, link: Link): void {
  const { world } = kernel
  turn(kernel, link, 'up', {})
  for (const message of world.messages.values()) {
    if (message.link !== link.id || !message.held) continue
    const place = placeOf(message, kernel.now)
    const rest = Math.max(1, Math.ceil(((WHOLE - place) * message.wayUs) / WHOLE))
    const way = message.from === link.a ? 0 : 1
    const freed: Message = {
      ...message,
      held: false,
      arrivesAt: Math.max(kernel.now + rest, link.free[way]),
      bends: [...message.bends, [kernel.now, place]],
    }
    schedule(kernel, link, way, freed)
    world.messages.set(message.id, freed)
  }
  hangUpHalfOpen(kernel, link)
}

/** A host has died: what its links carry is lost, and whoever is connected to it over a link that works hears a reset at once. */
export function loseHost(kernel: Kernel, id: string): void {
  for (const message of [...kernel.world.messages.values()])
    if (message.from === id || message.to === id) drop(kernel, message)
  abandon(kernel, id)
}

function drop(kernel: Kernel, message: Message): void {
  kernel.world.queue.cancel(message.arrival)
  kernel.world.messages.delete(message.id)
  const { kind, to: peer, first: from, last: to, write } = message
  const place = placeOf(message, kernel.now)
  kernel.fact(message.link, 'dropped', { reason: kind, peer, from, to, write, place }, kernel.cause, true)
}

const TURNS = { cut: 'link-cut', stalled: 'link-stalled', up: 'link-healed' } as const

function turn(kernel: Kernel, link: Link, state: Link['state'], args: FactArgs): void {
  link.state = state
  link.since = kernel.now
  link.fact = kernel.fact(link.id, TURNS[state], args).id
}

/** Millionths of the way done at `t`. */
function placeOf({ bends, sentAt, arrivesAt, held }: Message, t: number): number {
  const [from, done] = bends[bends.length - 1] ?? [sentAt, 0]
  if (held || arrivesAt <= from) return done
  return done + Math.floor(((t - from) * (WHOLE - done)) / (arrivesAt - from))
}
