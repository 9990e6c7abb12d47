/** A master's side of a client's write, and its death and return. */
import { type Acts, isIn, nodeOf } from '../kernel/acts/act.ts'
import { session as oneMaster } from '../kernel/acts/session.ts'
import type { Kernel } from '../kernel/kernel.ts'
import { send } from '../kernel/network.ts'
import { expire } from '../kernel/retention.ts'
import { wakeReads } from '../kernel/wakeReads.ts'
import { partOf } from '../measures/parts.ts'
import type { Node, Part, Pending } from '../world/index.ts'
import { PENDING } from '../writes.ts'
import { siteOf, threadsOf } from './channels.ts'
import { noteLate } from './clients.ts'
import { tendCollector } from './collect.ts'
import { writeEntry } from './execute.ts'
import { mastersOf } from './naming.ts'
import { markApplied, wakeSenders } from './replication.ts'

interface Placed {
  readonly write: number
  readonly from: number
  readonly to: number
}

export const serving: Acts = {
  commit(kernel, part, { write, from, to }: Placed) {
    const node = nodeOf(kernel, part)
    const site = siteOf(kernel.world, node)
    site.uncommitted = site.uncommitted.filter((position) => position < from || position > to)
    markApplied(kernel, node)
    kernel.fact(node.id, 'entries-committed', { from, to, write })
    wakeReads(kernel, node)
    tendCollector(kernel, node)
  },

  // A value that another row took while this one was on its way to the binlog.
  reply(kernel, part, params: { write: number }) {
    const { world } = kernel
    const { write, from, to } = part.context as unknown as Placed
    const written = mastersOf(world).written.get(world.writes.entry.get(write - 1))
    if (written?.version !== null || written.operation !== 'insert') {
      oneMaster['reply']!(kernel, part, params as never)
      return
    }
    if (part.connection === 0) return
    const client = world.settings.clients[part.peer]!.id
    const event = { type: 'REPLY', write, ok: false, reason: 'duplicate', from, to, epoch: 1 }
    const { connection } = part
    send(kernel, { kind: 'reply', from: part.owner, to: client, part: client, connection, write, word: 'error', event })
  },
}

export const logging: Acts = {
  finishFlush(kernel, part) {
    const node = nodeOf(kernel, part)
    const { regions } = mastersOf(kernel.world)
    if (regions === null) for (const pending of node.flushing) log(kernel, node, pending)
    else regions.doors.flushed(kernel, node, node.flushing)
    node.flushing = []
    expire(kernel, node)
    wakeSenders(kernel, node)
  },
}

function log(kernel: Kernel, node: Node, pending: Pending): void {
  const { position, tell } = nameWrite(kernel, node, pending)
  const logged = kernel.cause
  tell()
  kernel.cause = logged
  kernel.tell(kernel.world.parts[pending.session]!, { type: 'FLUSHED', from: position, to: position })
}

/** A write that is in the binlog gets its name and its place there. `tell` changes its row. */
export function nameWrite(
  kernel: Kernel,
  node: Node,
  { write, cause }: Pick<Pending, 'write' | 'cause'>,
): { position: number; tell: () => void } {
  const { world, now } = kernel
  const site = siteOf(world, node)
  const { entry, tell } = writeEntry(kernel, node, write)
  node.log.append(entry, 1, now)
  const position = node.log.end
  site.uncommitted = [...site.uncommitted, position]
  world.writes.entry.set(write - 1, entry)
  kernel.cause = kernel.fact(node.id, 'entries-logged', { from: position, to: position, epoch: 1, write }, cause).id
  if (world.writes.outcome.get(write - 1) !== PENDING) noteLate(world)
  return { position, tell }
}

export const process: Acts = {
  recover(kernel, part) {
    const node = nodeOf(kernel, part)
    const { world } = kernel
    kernel.fact(node.id, 'node-recovered', { to: node.log.end, count: node.rolledBack })
    node.rolledBack = 0
    siteOf(world, node).uncommitted = []
    markApplied(kernel, node)
    node.commitsTo = node.log.end
    kernel.tell(partOf(node, 'commitGate')!, { type: 'OPEN' })
    for (const thread of [...threadsOf(node, 'channelApplier'), ...threadsOf(node, 'receiver')])
      kernel.tell(thread, { type: 'START', reason: 'start' })
    tendCollector(kernel, node)
    mastersOf(world).regions?.doors.recover(kernel, node)
  },
}

export const isStopped = (part: Part): boolean => isIn(part, 'connection.stopped') || isIn(part, 'connection.refused')
