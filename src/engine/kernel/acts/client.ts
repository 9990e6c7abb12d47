/** Clients: what they write, what they are told, and where they are sent next. */
import { survives } from '../../measures/history.ts'
import type { Client, Node, Part } from '../../world/index.ts'
import { ERROR, OK, UNKNOWN } from '../../writes.ts'
import { close, open } from '../connections.ts'
import { gap } from '../gap.ts'
import { isCutOff } from '../isCutOff.ts'
import type { Kernel } from '../kernel.ts'
import { linkId } from '../linkId.ts'
import { managerOf } from '../monitors.ts'
import { send } from '../network.ts'
import { noteTold } from '../told.ts'
import { type Acts, isIn } from './act.ts'
import { drawKey } from './key.ts'
import { breakPromises } from './role.ts'

/** Longer than this for an answer in an outage, and a person has noticed. */
const NOTICEABLE_US = 1_000_000

const clientOf = (kernel: Kernel, part: Part): Client => kernel.world.clients[part.place]!

export const client: Acts = {
  /** One more write, with a key and a value of its own luck; it leaves as soon as a connection is free. */
  issue(kernel, part) {
    const { world } = kernel
    const writer = clientOf(kernel, part)
    const { id, entriesPerWrite } = world.settings.clients[writer.number]!
    const [given = {}, ...others] = writer.given
    writer.given = others
    const key = given.key ?? drawKey(kernel, writer)
    const value = given.value ?? 1 + world.chance.below(`client:${id}:value`, 999)
    writer.issued.push(
      world.writes.issue(writer.number, key, value, entriesPerWrite, kernel.now, given.key !== undefined),
    )
    pump(kernel, writer)
  },

  // connection

  sendWrite(kernel, part, { write }: { write: number }) {
    const { world } = kernel
    const writer = clientOf(kernel, part)
    const target = serverOf(kernel, part) ?? world.nodes[writer.target]!
    const row = write - 1
    world.writes.sentTo.set(row, target.number)
    world.writes.sentAt.set(row, kernel.now)
    const key = world.entries.rowName(world.writes.key.get(row))
    const value = world.writes.value.get(row)
    const count = world.writes.count.get(row)
    // Many rows changed by one statement are news, once a client.
    const old = count === 1 || write !== writer.issued.get(0)
    kernel.fact(writer.id, 'write-sent', { peer: target.id, write, key, value, count }, 0, false, old)
    const connection = part.connection > 0 ? part.connection : open(kernel, part, target.id)
    if (connection === 0) {
      kernel.tell(part, { type: 'FAILED' })
      return
    }
    send(kernel, {
      kind: 'write',
      from: writer.id,
      to: target.id,
      part: target.id,
      connection,
      write,
      word: `${key}=${value}`,
      event: { type: 'WRITE', write },
    })
  },

  succeed(
    kernel,
    part,
    { write, us, from, to, epoch }: { write: number; us: number; from: number; to: number; epoch: number },
  ) {
    const peer = askedFor(kernel, write)
    settle(kernel, part, write, OK)
    kernel.fact(part.owner, 'write-ok', { write, peer, us, from, to, epoch })
    noteTold(kernel.world, clientOf(kernel, part), write, epoch)
    // Promised by a master of an epoch that is over: broken in the same breath.
    if (!survives(kernel.world, write)) breakPromises(kernel, [write], true)
  },

  fail(kernel, part, { write, reason }: { write: number; reason: string }) {
    const peer = askedFor(kernel, write)
    settle(kernel, part, write, ERROR)
    kernel.fact(part.owner, 'write-error', { write, peer, reason })
  },

  lose(kernel, part, { write, reason }: { write: number; reason: string }) {
    const peer = askedFor(kernel, write)
    settle(kernel, part, write, UNKNOWN)
    kernel.fact(part.owner, 'write-unknown', { write, peer, reason })
  },

  hangUp(kernel, part) {
    close(kernel, part)
  },

  release(kernel, part, { ok }: { ok: boolean }) {
    const writer = clientOf(kernel, part)
    writer.idle.push(part.peer)
    pump(kernel, writer)
    // A closed loop goes on when nothing is under way, be it from the time when this client was a stream.
    const loop = writer.parts[0]!
    if ((loop.machine === 'closedLoop' || loop.machine === 'readWrite') && writer.idle.length === writer.opened)
      kernel.tell(loop, { type: 'FREE', ok, gapUs: gap(kernel, loop) })
  },

  // router

  retarget(kernel, part, { to }: { to: number }) {
    const { world, cause } = kernel
    const master = world.nodes[to]!
    for (const writer of world.clients) {
      // Nobody can tell those who are cut off together with their data centre.
      if (writer.target === to || isCutOff(world, writer.id)) continue
      const old = world.nodes[writer.target]!
      writer.target = to
      const kept = world.settings.monitor.keepsConnections && writer.parts.some((one) => serverOf(kernel, one) === old)
      const args = kept ? { peer: master.id, reason: 'kept' } : { peer: master.id }
      kernel.fact(writer.id, 'client-rerouted', args, cause)
      if (!kept) hangUpOn(kernel, writer, old)
    }
    kernel.cause = cause
    kernel.tell(managerOf(kernel), { type: 'REROUTED' })
    part.context = { ...part.context, to }
  },
}

/** Hands waiting writes to idle connections, opening new ones as far as the client may. */
export function pump(kernel: Kernel, writer: Client): void {
  const { world } = kernel
  const s = world.settings.clients[writer.number]!
  while (writer.started < writer.issued.length) {
    const busy = writer.opened - writer.idle.length
    if (busy >= s.connections) break
    const number = writer.idle.pop() ?? ++writer.opened
    const id = `connection:${number}`
    const spec = { owner: writer.id, id, machine: 'connection', place: writer.number, peer: number } as const
    const part = kernel.attach(spec, writer.parts, { s })
    kernel.tell(part, { type: 'SEND', write: writer.issued.get(writer.started++) }, 1, 0)
  }
}

/** The node at the other end of an open connection. */
export function serverOf({ world }: Kernel, part: Part): Node | undefined {
  const link = world.connections.get(part.connection)?.link
  return link === undefined ? undefined : world.nodes.find(({ id }) => linkId(part.owner, id) === link)
}

/** The node that a write was sent to. */
const askedFor = ({ world }: Kernel, write: number): string => world.nodes[world.writes.sentTo.get(write - 1)]!.id

/** The proxy lets no client through to this node any more, and ends what is open. */
export function barClients(kernel: Kernel, node: Node): void {
  node.barred = true
  for (const client of kernel.world.clients) hangUpOn(kernel, client, node)
}

function hangUpOn(kernel: Kernel, client: Client, node: Node): void {
  for (const one of client.parts) {
    if (one.connection === 0 || serverOf(kernel, one) !== node) continue
    close(kernel, one)
    if (isIn(one, one.machine === 'readStream' ? 'asking.waiting' : 'waiting'))
      kernel.tell(one, { type: 'RESET', reason: 'rerouted' })
  }
}

function settle(kernel: Kernel, part: Part, write: number, outcome: typeof OK | typeof ERROR | typeof UNKNOWN): void {
  const { world } = kernel
  const writer = clientOf(kernel, part)
  const row = write - 1
  const waited = kernel.now - world.writes.sentAt.get(row)
  world.writes.outcome.set(row, outcome)
  world.writes.settledAt.set(row, kernel.now)
  writer.last = {
    write,
    outcome: outcome === OK ? 'ok' : outcome === ERROR ? 'error' : 'unknown',
    at: kernel.now,
  }
  if (outcome === OK) writer.failingSince = -1
  else if (writer.failingSince < 0) writer.failingSince = world.writes.sentAt.get(row)
  const bothered = outcome !== OK || (waited > NOTICEABLE_US && world.monitor.outageFrom >= 0)
  if (bothered && !world.noticed.includes(writer.number)) world.noticed = [...world.noticed, writer.number]
}
