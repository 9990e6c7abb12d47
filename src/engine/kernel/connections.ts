/**
 * Ordered reliable connections: who holds which end, and who hears when it is over. An end that closes does so at
 * once; the other end hears one way later, or when a stalled link heals, and until then sends into the void. What
 * was sent before a close still arrives before it, as TCP has it: a write whose client has given up may happen.
 */
import { partOf } from '../measures/parts.ts'
import type { Connection, Link, Message, Node, Part, World } from '../world/index.ts'
import type { Told } from './event.ts'
import type { Kernel } from './kernel.ts'

export const isUp = ({ parts }: Node): boolean => parts[0]!.program.matches(parts[0]!.config, 'up')

/** Opens a connection from a part to a participant; 0 when no way leads there. */
export function open(kernel: Kernel, opener: Part, to: string): number {
  const { world } = kernel
  const { link } = kernel.way(opener.owner, to)
  const barred = link.kind === 'client' && kernel.node(to)?.barred === true
  if (link.state === 'cut' || barred) return 0
  const id = world.nextConnection++
  world.connections.set(id, { id, opener: opener.number, server: -1, link: link.id, openedAt: kernel.now })
  opener.connection = id
  return id
}

/** This end is done with its connection, if it has one. */
export function close(kernel: Kernel, part: Part): void {
  const connection = kernel.world.connections.get(part.connection)
  part.connection = 0
  if (connection === undefined) return
  const link = kernel.link(connection.link)
  if (link.state === 'stalled') return
  const behind = link.free[part.owner === link.a ? 0 : 1] - kernel.now
  hangUp(kernel, connection, part.number !== connection.opener, Math.max(link.oneWayUs, behind))
}

/** The end of a connection that a message is for; the first one decides which part serves. Undefined = nobody cares. */
export function endFor(kernel: Kernel, message: Message): Part | undefined {
  const { world } = kernel
  const connection = world.connections.get(message.connection)
  if (connection === undefined) return undefined
  const opener = world.parts[connection.opener]!
  const holds = (part: Part): boolean => part.connection === connection.id
  if (message.from !== opener.owner) {
    if (!holds(opener)) return undefined
    if (message.event.type === 'REFUSED') letGo(world, connection)
    return opener
  }
  const node = kernel.node(message.to)!
  if (!isUp(node)) {
    // Nobody listens there.
    hangUp(kernel, connection, true, kernel.link(connection.link).oneWayUs, { type: 'FAILED' })
    return undefined
  }
  const server = connection.server < 0 ? serve(kernel, connection, message, node) : world.parts[connection.server]!
  if (!holds(server)) return undefined
  return message.kind === 'ack' ? partOf(node, 'commitGate') : isAgreement(message) ? kernel.part(message.part) : server
}

/** Regions agree with each other over the connections of their channels. */
const isAgreement = ({ kind }: Message): boolean => kind === 'promise' || kind === 'promised'

/** What `hangUp` put into the queue: an end hears that it is over. */
export function hearEnd(kernel: Kernel, id: number, opener: boolean, event: Told, cause: number): void {
  const { world } = kernel
  const connection = world.connections.get(id)
  if (connection === undefined) return
  const part = world.parts[opener ? connection.opener : connection.server]
  const heard = part?.connection === id
  if (heard) part.connection = 0
  const other = world.parts[opener ? connection.server : connection.opener]
  if (other?.connection !== id) world.connections.delete(id)
  if (heard) kernel.deliver(part, event, cause)
}

/** A link was cut: both ends of all its connections hear a reset, in the same breath. */
export function hangUpAll(kernel: Kernel, link: Link): void {
  const { cause } = kernel
  for (const connection of [...kernel.world.connections.values()]) {
    if (connection.link !== link.id) continue
    for (const opener of [true, false]) hearEnd(kernel, connection.id, opener, RESET, cause)
  }
}

const RESET: Told = { type: 'RESET', reason: 'reset' }

/** A stalled link was healed: ends whose counterpart has gone hear so now. */
export function hangUpHalfOpen(kernel: Kernel, link: Link): void {
  const { world } = kernel
  for (const connection of world.connections.values()) {
    if (connection.link !== link.id) continue
    const held = (number: number): boolean => world.parts[number]?.connection === connection.id
    if (!held(connection.opener)) hangUp(kernel, connection, false, link.oneWayUs)
    else if (connection.server >= 0 && !held(connection.server)) hangUp(kernel, connection, true, link.oneWayUs)
  }
}

/** A host is gone with its ends of all connections. */
export function abandon(kernel: Kernel, host: string): void {
  const { world } = kernel
  for (const connection of world.connections.values()) {
    const link = kernel.link(connection.link)
    if (link.a !== host && link.b !== host) continue
    const opened = world.parts[connection.opener]!.owner === host
    const own = world.parts[opened ? connection.opener : connection.server]
    if (own?.connection === connection.id) own.connection = 0
    if (link.state !== 'stalled') hangUp(kernel, connection, !opened, 1)
  }
}

/** A host is gone for good, and its links with it: the other ends of all connections hear a reset. */
export function sever(kernel: Kernel, host: string): void {
  const { world } = kernel
  for (const connection of [...world.connections.values()]) {
    const link = kernel.link(connection.link)
    if (link.a !== host && link.b !== host) continue
    const opened = world.parts[connection.opener]!.owner === host
    const other = world.parts[opened ? connection.server : connection.opener]
    const holds = other?.connection === connection.id
    letGo(world, connection)
    if (holds) kernel.tell(other, RESET)
  }
}

/** Lets one end of a connection hear, some time from now, that it is over. */
function hangUp(
  { world, now, cause }: Kernel,
  { id }: Connection,
  opener: boolean,
  after: number,
  event = RESET,
): void {
  world.queue.push(now + after, { kind: 'end', connection: id, opener, event, cause })
}

/** Both ends are done with it. */
function letGo(world: World, connection: Connection): void {
  for (const end of [world.parts[connection.opener], world.parts[connection.server]])
    if (end?.connection === connection.id) end.connection = 0
  world.connections.delete(connection.id)
}

/** The part that serves a new connection: the slave's sender, or a session for the client. */
function serve(kernel: Kernel, connection: Connection, message: Message, node: Node): Part {
  const { world } = kernel
  const opener = world.parts[connection.opener]!
  const s = world.settings.nodes[node.number]!
  const base = { owner: node.id, place: node.number, peer: opener.place }
  let part: Part
  if (message.kind === 'subscribe') {
    const spec = { ...base, id: `sender:${opener.owner}`, machine: 'sender' } as const
    part = kernel.attach(spec, node.parts, { s, peer: opener.place })
    const older = world.connections.get(part.connection)
    if (older !== undefined) letGo(world, older)
  } else part = idleSession(kernel, node, opener)
  part.connection = connection.id
  world.connections.set(connection.id, { ...connection, server: part.number })
  return part
}

/** A session may still be busy with a write whose client has gone: then a new connection gets another. */
function idleSession(kernel: Kernel, node: Node, opener: Part): Part {
  const name = `session:${opener.owner}${opener.peer > 1 ? `.${opener.peer}` : ''}`
  for (let nth = 1; ; nth++) {
    const id = nth === 1 ? name : `${name}-${nth}`
    const spec = { owner: node.id, id, machine: 'session', place: node.number, peer: opener.place } as const
    const part = kernel.attach(spec, node.parts, { s: kernel.world.settings.nodes[node.number]! })
    if (part.connection === 0 && part.program.matches(part.config, 'idle')) return part
  }
}
