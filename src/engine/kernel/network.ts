/**
 * The wires. Links between participants are ordered, reliable connections: jitter never lets a message overtake
 * another. A cut resets the connections and drops what is in flight; a stall holds everything, silently, with the
 * connections up; healing lets what is held travel the rest of its way. A message of no connection (a probe, an
 * answer, a command) finds no way through a cut. Simplified: no bandwidth, no loss that a retransmission repairs.
 */
import { distance } from '../settings.ts'
import type { Connection, Link, Message, Part, World } from '../world.ts'
import type { Told } from './event.ts'
import type { Kernel } from './kernel.ts'

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

export const linkId = (a: string, b: string): string => (a < b ? `${a}~${b}` : `${b}~${a}`)

export function makeLink(world: World, one: string, other: string, kind: Link['kind']): Link {
  const [a, b] = one < other ? [one, other] : [other, one]
  const { oneWayUs, jitterUs } = distance(world.settings.scenario, a, b, kind)
  return { id: linkId(a, b), a, b, kind, oneWayUs, jitterUs, state: 'up', since: 0, free: [0, 0] }
}

/** Puts a message on its way. In a cut nothing leaves: false. */
export function send(kernel: Kernel, parcel: Parcel): boolean {
  const { world } = kernel
  const link = kernel.link(linkId(parcel.from, parcel.to))
  if (link.state === 'cut') {
    kernel.fact(link.id, 'dropped', { reason: parcel.kind }, kernel.cause, true)
    return false
  }
  const way = parcel.from === link.a ? 0 : 1
  const extra =
    link.jitterUs === 0 ? 0 : world.chance.logNormal(`link:${parcel.from}>${parcel.to}:delay`, link.jitterUs)
  const wayUs = Math.max(link.oneWayUs + extra, link.free[way] - kernel.now)
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
  if (!held) schedule(kernel, link, way, message)
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
  const node = kernel.node(message.to)
  const up = node === undefined || node.parts[0]!.program.matches(node.parts[0]!.config, 'up')
  if (message.connection > 0) {
    const connection = world.connections.get(message.connection)
    // Whoever closed the connection does not care any more.
    if (connection === undefined || connection.lostBy !== '') return
    const opener = world.parts[connection.opener]!
    const toServer = message.from === opener.owner
    if (!up) {
      if (toServer) refuse(kernel, connection)
      return
    }
    const part = toServer ? serve(kernel, connection, message) : opener
    if (message.event.type === 'REFUSED') forget(world, connection)
    kernel.deliver(part, message.event, message.cause)
    return
  }
  const part = kernel.part(message.part)
  if (up && part !== undefined) kernel.deliver(part, message.event, message.cause)
}

/** Nobody listens at the other end; the opener hears so one way later. */
function refuse(kernel: Kernel, connection: Connection): void {
  const opener = kernel.world.parts[connection.opener]!
  const link = kernel.link(connection.link)
  forget(kernel.world, connection)
  kernel.tell(opener, { type: 'FAILED' }, link.oneWayUs)
}

/** The part at the far end of a connection; the first message decides which. */
function serve(kernel: Kernel, connection: Connection, message: Message): Part {
  const { world } = kernel
  if (connection.server >= 0) return world.parts[connection.server]!
  const node = kernel.node(message.to)!
  const opener = world.parts[connection.opener]!
  const s = world.settings.nodes[node.number]!
  const base = { owner: node.id, place: node.number }
  let part: Part
  if (message.kind === 'subscribe') {
    part = kernel.attach({ ...base, id: `sender:${opener.owner}`, machine: 'sender', peer: opener.place }, node.parts, {
      s,
      peer: opener.place,
    })
    const older = world.connections.get(part.connection)
    if (older !== undefined) forget(world, older)
  } else {
    // A session may still be busy with a write whose client has gone: then the new connection gets another.
    const name = `session:${opener.owner}${opener.peer > 1 ? `.${opener.peer}` : ''}`
    for (let nth = 1; ; nth++) {
      const id = nth === 1 ? name : `${name}-${nth}`
      part = kernel.attach({ ...base, id, machine: 'session', peer: opener.place }, node.parts, { s })
      if (part.connection === 0 && part.program.matches(part.config, 'idle')) break
    }
  }
  part.connection = connection.id
  world.connections.set(connection.id, { ...connection, server: part.number })
  return part
}

/** Opens a connection from a part to a participant; 0 when no way leads there. */
export function open(kernel: Kernel, opener: Part, to: string): number {
  const { world } = kernel
  const link = kernel.link(linkId(opener.owner, to))
  if (link.state === 'cut') return 0
  const id = world.nextConnection++
  const connection = { id, opener: opener.number, server: -1, link: link.id, openedAt: kernel.now, lostBy: '' }
  world.connections.set(id, connection)
  opener.connection = id
  return id
}

/** One end closes; the other hears so one way later, or when a stalled link heals. */
export function close(kernel: Kernel, part: Part): void {
  const { world } = kernel
  const connection = world.connections.get(part.connection)
  part.connection = 0
  if (connection === undefined) return
  const link = kernel.link(connection.link)
  if (link.state === 'stalled') {
    world.connections.set(connection.id, { ...connection, lostBy: part.owner })
    return
  }
  const other = otherEnd(world, connection, part.owner)
  forget(world, connection)
  if (other !== undefined) kernel.tell(other, { type: 'RESET', reason: 'reset' }, link.oneWayUs)
}

function otherEnd(world: World, connection: Connection, owner: string): Part | undefined {
  const opener = world.parts[connection.opener]!
  return opener.owner === owner ? world.parts[connection.server] : opener
}

function forget(world: World, connection: Connection): void {
  for (const end of [world.parts[connection.opener], world.parts[connection.server]])
    if (end?.connection === connection.id) end.connection = 0
  world.connections.delete(connection.id)
}

/** Both ends of every connection over a link hear a reset, and what is in flight on it is lost. Returns how much. */
export function cut(kernel: Kernel, link: Link): void {
  const { world } = kernel
  const lost = [...world.messages.values()].filter((message) => message.link === link.id)
  turn(kernel, link, 'cut')
  kernel.fact(link.id, 'link-cut', { count: lost.length })
  for (const message of lost) drop(kernel, message)
  link.free = [0, 0]
  for (const connection of [...world.connections.values()]) {
    if (connection.link !== link.id) continue
    const ends = [world.parts[connection.opener]!, world.parts[connection.server]]
    forget(world, connection)
    for (const end of ends)
      if (end !== undefined && end.owner !== connection.lostBy) kernel.tell(end, { type: 'RESET', reason: 'reset' })
  }
}

export function stall(kernel: Kernel, link: Link): void {
  const { world } = kernel
  turn(kernel, link, 'stalled')
  kernel.fact(link.id, 'link-stalled', {})
  for (const message of world.messages.values()) {
    if (message.link !== link.id || message.held) continue
    world.queue.cancel(message.arrival)
    const bends = [...message.bends, [kernel.now, placeOf(message, kernel.now)] as const]
    world.messages.set(message.id, { ...message, held: true, bends, arrival: -1 })
  }
}

export function heal(kernel: Kernel, link: Link): void {
  const { world } = kernel
  turn(kernel, link, 'up')
  kernel.fact(link.id, 'link-healed', {})
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
  for (const connection of [...world.connections.values()]) {
    if (connection.link !== link.id || connection.lostBy === '') continue
    const other = otherEnd(world, connection, connection.lostBy)
    forget(world, connection)
    if (other !== undefined) kernel.tell(other, { type: 'RESET', reason: 'reset' }, link.oneWayUs)
  }
}

/** A host has died: what its links carry is lost, and whoever is connected to it over a link that works hears a reset at once. */
export function loseHost(kernel: Kernel, id: string): void {
  const { world } = kernel
  for (const message of [...world.messages.values()])
    if (message.from === id || message.to === id) drop(kernel, message)
  for (const connection of [...world.connections.values()]) {
    const link = kernel.link(connection.link)
    if (link.a !== id && link.b !== id) continue
    const own = connectionEnd(world, connection, id)
    if (own !== undefined) own.connection = 0
    if (connection.lostBy !== '' && connection.lostBy !== id) {
      forget(world, connection)
    } else if (link.state === 'stalled') {
      world.connections.set(connection.id, { ...connection, lostBy: id })
    } else {
      const other = otherEnd(world, connection, id)
      forget(world, connection)
      if (other !== undefined) kernel.tell(other, { type: 'RESET', reason: 'reset' })
    }
  }
}

function connectionEnd(world: World, connection: Connection, owner: string): Part | undefined {
  const opener = world.parts[connection.opener]!
  return opener.owner === owner ? opener : world.parts[connection.server]
}

function drop(kernel: Kernel, message: Message): void {
  kernel.world.queue.cancel(message.arrival)
  kernel.world.messages.delete(message.id)
  kernel.fact(message.link, 'dropped', { reason: message.kind, peer: message.to }, kernel.cause, true)
}

function turn(kernel: Kernel, link: Link, state: Link['state']): void {
  link.state = state
  link.since = kernel.now
}

/** Millionths of the way done at `t`. */
function placeOf({ bends, sentAt, arrivesAt, held }: Message, t: number): number {
  const [from, done] = bends[bends.length - 1] ?? [sentAt, 0]
  if (held || arrivesAt <= from) return done
  return done + Math.floor(((t - from) * (WHOLE - done)) / (arrivesAt - from))
}
