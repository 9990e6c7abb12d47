/** The way of an entry from one log to another, and from there into the data. */
import { wallOf } from '../../measures/clock.ts'
import { isUp, partOf } from '../../measures/parts.ts'
import type { Node, Part } from '../../world/index.ts'
import { close, open } from '../connections.ts'
import type { Kernel } from '../kernel.ts'
import { send } from '../network.ts'
import { expire } from '../retention.ts'
import { wakeReads } from '../wakeReads.ts'
import { type Acts, isIn, nodeOf } from './act.ts'
import { findExtra } from './role.ts'

export const replication: Acts = {
  // sender

  refuse(kernel, part, { reason, epoch }: { reason: string; epoch: number }) {
    toSlave(kernel, part, 'subscribe', reason, { type: 'REFUSED', reason, epoch })
  },

  accept(kernel, part, { slave, end, applied }: { slave: number; end: number; applied: number }) {
    const node = nodeOf(kernel, part)
    kernel.fact(node.id, 'slave-connected', { peer: kernel.world.nodes[slave]!.id, from: end + 1 })
    toSlave(kernel, part, 'subscribe', 'connected', { type: 'CONNECTED' })
    const gate = partOf(node, 'commitGate')
    if (gate !== undefined) kernel.tell(gate, { type: 'ACK', slave, means: 'joined', end, applied })
  },

  sendEntries(kernel, part, { from, to }: { from: number; to: number }) {
    const node = nodeOf(kernel, part)
    const { world } = kernel
    const slave = world.nodes[part.peer]!
    if (part.connection === 0) return
    kernel.fact(node.id, 'entries-sent', { peer: slave.id, from, to })
    const entry = node.log.entryAt(to)
    send(kernel, {
      kind: 'entries',
      from: node.id,
      to: slave.id,
      part: `${slave.id}/receiver:${node.id}`,
      connection: part.connection,
      first: from,
      last: to,
      epoch: world.entries.epochOf(entry),
      origin: world.entries.originOf(entry),
      event: { type: 'ENTRIES', from, to, term: node.epoch },
    })
  },

  sendHeartbeat(kernel, part) {
    toSlave(kernel, part, 'heartbeat', '', { type: 'HEARTBEAT' })
  },

  // receiver

  subscribe(kernel, part, { peer, reason }: { peer: number; reason: string }) {
    const node = nodeOf(kernel, part)
    const upstream = kernel.world.nodes[peer]!
    kernel.fact(node.id, 'receiver-connecting', { peer: upstream.id, reason })
    const connection = open(kernel, part, upstream.id)
    if (connection === 0) {
      kernel.tell(part, { type: 'FAILED' })
      return
    }
    const { epoch } = node
    send(kernel, {
      kind: 'subscribe',
      from: node.id,
      to: upstream.id,
      part: `${upstream.id}/sender:${node.id}`,
      connection,
      last: node.log.end,
      word: 'from',
      event: { type: 'SUBSCRIBE', end: node.log.end, applied: node.applied.position, epoch },
    })
  },

  connected(kernel, part, { peer }: { peer: number }) {
    const { world } = kernel
    const node = nodeOf(kernel, part)
    node.clockDiff = wallOf(world, world.nodes[peer]!) - wallOf(world, node)
    kernel.fact(part.owner, 'receiver-connected', { peer: kernel.world.nodes[peer]!.id })
    if (!node.returns) return
    node.returns = false
    kernel.fact(part.owner, 'rejoined', { peer: kernel.world.nodes[peer]!.id })
  },

  refused(kernel, part, { peer, reason }: { peer: number; reason: string }) {
    const node = nodeOf(kernel, part)
    const upstream = kernel.world.nodes[peer]!
    const from = node.log.commonWith(upstream.log) + 1
    kernel.fact(node.id, 'receiver-refused', { peer: upstream.id, reason, from })
    findExtra(kernel, node)
  },

  dropConnection(kernel, part) {
    close(kernel, part)
  },

  giveUp(kernel, part, { reason }: { reason: string }) {
    close(kernel, part)
    kernel.tell(part, { type: 'RESET', reason })
  },

  store(
    kernel,
    part,
    { peer, to, cause, acknowledge }: { peer: number; to: number; cause: number; acknowledge: boolean },
  ) {
    const node = nodeOf(kernel, part)
    const upstream = kernel.world.nodes[peer]!
    const from = node.log.end + 1
    node.log.appendFrom(upstream.log, from, to, kernel.now)
    kernel.fact(node.id, 'entries-received', { peer: upstream.id, from, to }, cause)
    kernel.tell(partOf(node, 'applier')!, { type: 'RELAY_GREW' })
    if (acknowledge) sendAck(kernel, node, part, to, 'received')
  },

  // applier

  finish(kernel, part, { from, to, acknowledge }: { from: number; to: number; acknowledge: boolean }) {
    const node = nodeOf(kernel, part)
    node.data.apply(node.log, from, to, kernel.world.entries)
    node.applied.mark(to, kernel.now)
    kernel.fact(node.id, 'entries-applied', { from, to })
    expire(kernel, node)
    wakeReads(kernel, node)
    const receiver = node.parts.find(({ machine }) => machine === 'receiver')
    if (acknowledge && receiver !== undefined) sendAck(kernel, node, receiver, to, 'applied')
    for (const other of node.parts)
      if (other.machine === 'sender' && isIn(other, 'streaming')) kernel.tell(other, { type: 'LOG_GREW' })
    // What comes of it comes of the failover, not of the entry that happened to be the last.
    if (node.drain !== null && to === node.log.end)
      kernel.tell(node.parts[1]!, { type: 'RELAY_EMPTY' }, 1, node.drain.fact)
    if (isIn(node.parts[1]!, 'slave.catchingUp')) kernel.tell(node.parts[1]!, { type: 'APPLIED' })
  },
}

/**
 * The rules of acknowledging have changed: whoever has a connection says anew how far it is. Simplified: a real slave
 * would say so with the next entries, or, as PostgreSQL's standbys do, with the next status report.
 */
export function acknowledgeAnew(kernel: Kernel): void {
  for (const node of kernel.world.nodes) {
    const { acknowledges, ackApplied } = kernel.world.settings.nodes[node.number]!
    const receiver = node.parts.find(({ machine }) => machine === 'receiver')
    const to = ackApplied ? node.applied.position : node.log.end
    if (acknowledges && to > 0 && receiver !== undefined && isUp(node))
      sendAck(kernel, node, receiver, to, ackApplied ? 'applied' : 'received')
  }
}

/** Only over a connection that stands: an acknowledgement is never sent twice. */
function sendAck(kernel: Kernel, node: Node, receiver: Part, to: number, means: string): void {
  if (receiver.connection === 0 || !receiver.program.matches(receiver.config, 'connection.streaming')) return
  const upstream = kernel.world.nodes[receiver.peer]!
  // A slave in the middle has no gate to wait at, and asks for none.
  if (upstream.upstream >= 0) return
  send(kernel, {
    kind: 'ack',
    from: node.id,
    to: upstream.id,
    part: `${upstream.id}/commitGate`,
    connection: receiver.connection,
    last: to,
    word: means,
    event: { type: 'ACK', slave: node.number, to, means },
  })
}

function toSlave(
  kernel: Kernel,
  part: Part,
  kind: 'subscribe' | 'heartbeat',
  word: string,
  event: { type: string; [detail: string]: string | number },
): void {
  if (part.connection === 0) return
  const node = nodeOf(kernel, part)
  const slave = kernel.world.nodes[part.peer]!
  const to = `${slave.id}/receiver:${node.id}`
  send(kernel, { kind, from: node.id, to: slave.id, part: to, connection: part.connection, word, event })
}
