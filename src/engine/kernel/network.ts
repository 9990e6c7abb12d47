/**
 * The wires. Links between participants are ordered, reliable connections: jitter never lets a message overtake
 * another. A cut resets the connections and drops what is in flight; a stall holds everything, silently, with the
 * connections up; healing lets what is held travel the rest of its way. A message of no connection (a probe, an
 * answer, a command) finds no way through a cut. What narrow and bad wires do stands in `wire.ts`.
 */
import type { FactArgs } from '../fact.ts'
import { distance } from '../settings/index.ts'
import type { Link, Message, Part, World } from '../world/index.ts'
import { abandon, endFor, hangUpAll, hangUpHalfOpen, isUp } from './connections.ts'
import type { Told } from './event.ts'
import type { Kernel } from './kernel.ts'
import { linkId } from './linkId.ts'
import { monitorNamed } from './monitors.ts'
import { isLost, NEVER, resends, transmissionUs } from './wire.ts'

const WHOLE = 1_000_000
const HALF = 500_000

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
  const measures = distance(world.settings.scenario, a, b, kind)
  const { time } = world
  return { id: linkId(a, b), a, b, kind, ...measures, state: 'up', since: time, fact: 0, free: [0, 0], busy: [0, 0] }
}

/** Puts a message on its way. In a cut nothing leaves: false. */
export function send(kernel: Kernel, parcel: Parcel): boolean {
  const { world } = kernel
  const { link, direction, luck, mishap } = kernel.way(parcel.from, parcel.to)
  if (link.state === 'cut') {
    kernel.fact(link.id, 'dropped', { reason: parcel.kind }, kernel.cause, true)
    return false
  }
  const { kind, from, to, part, event, connection = 0, first = 0, last = 0, write = 0 } = parcel
  const { now, cause } = kernel
  const extra = link.jitterUs === 0 ? 0 : world.chance.logNormal(luck, link.jitterUs)
  const held = link.state === 'stalled'
  const givingUs = transmissionUs(world, link, { kind, first, last, write })
  const given = held ? now : give(link, direction, givingUs, now)
  const again = held || connection === 0 ? NEVER : resends(world.chance, mishap, link, given)
  const leaves = again[again.length - 1] ?? given
  const wayUs = Math.max(givingUs + link.oneWayUs + extra, link.free[direction] - leaves)
  const message: Message = {
    id: world.nextMessage++,
    kind,
    from,
    to,
    part,
    link: link.id,
    connection,
    sentAt: now,
    arrivesAt: leaves + wayUs,
    held,
    bends: leaves > now ? [[leaves, 0]] : [],
    first,
    last,
    epoch: parcel.epoch ?? 0,
    origin: parcel.origin ?? -1,
    write,
    word: parcel.word ?? '',
    event,
    cause,
    wayUs,
    resends: again,
    doomed: !held && connection === 0 && isLost(world.chance, mishap, link),
    arrival: -1,
    again: -1,
  }
  if (!held) schedule(kernel, link, direction, message)
  world.messages.set(message.id, message)
  return true
}

/** What a monitor tells a node to do. It may not arrive. */
export function command(kernel: Kernel, { owner }: Part, { id }: { id: string }, word: string, event: Told): void {
  send(kernel, { kind: 'command', from: owner, to: id, part: `${id}/role`, word, event })
}

/** A narrow link is given one message after another: when is this one's turn? */
function give(link: Link, direction: 0 | 1, givingUs: number, now: number): number {
  if (givingUs === 0) return now
  const turn = Math.max(now, link.busy[direction])
  link.busy[direction] = turn + givingUs
  return turn
}

function schedule(kernel: Kernel, link: Link, way: 0 | 1, message: Message): void {
  const { queue } = kernel.world
  const { id, cause, arrivesAt, doomed } = message
  if (doomed) {
    const [from, done] = lastBend(message)
    const left = Math.max(0, HALF - done) / (WHOLE - done)
    message.arrival = queue.push(from + Math.ceil((arrivesAt - from) * left), { kind: 'lose', message: id, cause })
    return
  }
  link.free[way] = arrivesAt
  message.arrival = queue.push(arrivesAt, { kind: 'arrive', message: id, cause })
  message.again = sendAgain(kernel, message)
}

/** Puts the next time that a message is sent again into the queue; -1 when there is none. */
function sendAgain({ world, now }: Kernel, { id, cause, resends: times }: Message): number {
  const next = times.find((t) => t > now)
  return next === undefined ? -1 : world.queue.push(next, { kind: 'resend', message: id, cause })
}

/** The sender has waited long enough for word of a message, and sends it again. */
export function resend(kernel: Kernel, id: number): void {
  const { world, now } = kernel
  const message = world.messages.get(id)!
  const nth = message.resends.indexOf(now)
  const us = now - (message.resends[nth - 1] ?? message.sentAt)
  kernel.fact(message.link, 'resent', { reason: message.kind, peer: message.to, us }, message.cause, true)
  world.messages.set(id, { ...message, again: sendAgain(kernel, message) })
}

/** Half way it is gone, and nobody will ever send it again. */
export function lose(kernel: Kernel, id: number): void {
  drop(kernel, kernel.world.messages.get(id)!)
}

/** Takes a message off the wire and hands it to the part that it is for, if there is one. */
export function arrive(kernel: Kernel, id: number): void {
  const { world } = kernel
  const message = world.messages.get(id)!
  world.messages.delete(id)
  const part = message.connection > 0 ? endFor(kernel, message) : listener(kernel, message)
  if (part === undefined) return
  if (message.kind === 'command') world.nodes[part.place]!.commander = monitorNamed(world, message.from).number
  kernel.deliver(part, message.event, message.cause)
}

/** Who hears a message that belongs to no connection. */
function listener(kernel: Kernel, message: Message): Part | undefined {
  const node = kernel.node(message.to)
  return node === undefined || isUp(node) ? kernel.part(message.part) : undefined
}

/** Both ends of every connection over a link hear a reset, and what is in flight on it is lost. */
/** `old`: no news, because the whole data centre is cut off. */
export function cut(kernel: Kernel, link: Link, old = false): void {
  const { world } = kernel
  const lost = [...world.messages.values()].filter((message) => message.link === link.id)
  turn(kernel, link, 'cut', { count: lost.length }, old)
  for (const message of lost) drop(kernel, message)
  link.free = [0, 0]
  link.busy = [0, 0]
  hangUpAll(kernel, link)
}

export function stall(kernel: Kernel, link: Link): void {
  const { world } = kernel
  turn(kernel, link, 'stalled', {})
  for (const message of world.messages.values()) {
    if (message.link !== link.id || message.held) continue
    world.queue.cancel(message.arrival)
    world.queue.cancel(message.again)
    const past = message.bends.filter(([t]) => t <= kernel.now)
    const bends = [...past, [kernel.now, placeOf(message, kernel.now)] as const]
    // Silence is one delay: what waited to be sent again goes on with everything else.
    const times = message.resends.filter((t) => t <= kernel.now)
    world.messages.set(message.id, { ...message, held: true, bends, resends: times, arrival: -1, again: -1 })
  }
}

export function heal(kernel: Kernel, link: Link, old = false): void {
  const { world } = kernel
  turn(kernel, link, 'up', {}, old)
  link.busy = [kernel.now, kernel.now]
  for (const message of world.messages.values()) {
    if (message.link !== link.id || !message.held) continue
    const place = placeOf(message, kernel.now)
    const rest = Math.max(1, Math.ceil(((WHOLE - place) * message.wayUs) / WHOLE))
    const way = message.from === link.a ? 0 : 1
    const given = place > 0 ? kernel.now : give(link, way, transmissionUs(world, link, message), kernel.now)
    const freed: Message = {
      ...message,
      held: false,
      arrivesAt: Math.max(given + rest, link.free[way]),
      bends: [...message.bends, [kernel.now, place], ...(given > kernel.now ? ([[given, place]] as const) : [])],
    }
    schedule(kernel, link, way, freed)
    world.messages.set(message.id, freed)
  }
  hangUpHalfOpen(kernel, link)
}

/** A host has died: what its links carry is lost, and whoever is connected to it over a link that works hears a reset at once. */
export function loseHost(kernel: Kernel, id: string): void {
  dropAll(kernel, id)
  abandon(kernel, id)
}

/** What is on its way to or from a host is lost. */
export function dropAll(kernel: Kernel, id: string): void {
  for (const message of [...kernel.world.messages.values()])
    if (message.from === id || message.to === id) drop(kernel, message)
}

/**
 * A node is about to throw its log away: nobody gets entries of it any more. What is under way from there is lost, and
 * both ends of all connections with other nodes hear a reset at once.
 */
export function stopServing(kernel: Kernel, id: string): void {
  for (const message of [...kernel.world.messages.values()])
    if (message.from === id && message.kind === 'entries') drop(kernel, message)
  for (const link of kernel.world.links)
    if (link.kind === 'replication' && (link.a === id || link.b === id)) hangUpAll(kernel, link)
}

function drop(kernel: Kernel, message: Message): void {
  kernel.world.queue.cancel(message.arrival)
  kernel.world.queue.cancel(message.again)
  kernel.world.messages.delete(message.id)
  const { kind, to: peer, first: from, last: to, write } = message
  const place = placeOf(message, kernel.now)
  kernel.fact(message.link, 'dropped', { reason: kind, peer, from, to, write, place }, kernel.cause, true)
}

const TURNS = { cut: 'link-cut', stalled: 'link-stalled', up: 'link-healed' } as const

function turn(kernel: Kernel, link: Link, state: Link['state'], args: FactArgs, old = false): void {
  link.state = state
  link.since = kernel.now
  link.fact = kernel.fact(link.id, TURNS[state], args, kernel.cause, false, old).id
}

/** Millionths of the way done at `t`. */
function placeOf(message: Message, t: number): number {
  const { arrivesAt, held } = message
  const [from, done] = lastBend(message)
  if (held || arrivesAt <= from || t <= from) return done
  return done + Math.floor(((t - from) * (WHOLE - done)) / (arrivesAt - from))
}

/** Where it last stood still, and until when. */
const lastBend = ({ bends, sentAt }: Message): readonly [number, number] => bends[bends.length - 1] ?? [sentAt, 0]
