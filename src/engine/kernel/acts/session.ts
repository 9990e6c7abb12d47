/** What a write does to the master: it joins the binlog's flush, gets its positions, waits at the gate, commits. */
import { partOf } from '../../measures/parts.ts'
import type { Part, Pending } from '../../world.ts'
import type { Kernel } from '../kernel.ts'
import { send } from '../network.ts'
import { type Acts, isIn, nodeOf } from './act.ts'

interface Placed {
  write: number
  from: number
  to: number
}

export const session: Acts = {
  reject(kernel, part, { write, reason }: { write: number; reason: string }) {
    const node = nodeOf(kernel, part)
    kernel.fact(node.id, 'write-rejected', { write, peer: clientOf(kernel, part), reason })
    answer(kernel, part, { write, from: 0, to: 0 }, reason === 'fenced' ? 'fenced' : 'refused')
  },

  executed(kernel, part, { write }: { write: number }) {
    const args = { write, peer: clientOf(kernel, part) }
    kernel.fact(part.owner, 'write-executed', args, kernel.cause, true)
  },

  joinFlush(kernel, part, { write }: { write: number }) {
    const node = nodeOf(kernel, part)
    node.nextFlush = [...node.nextFlush, { write, session: part.number, cause: kernel.cause }]
    kernel.tell(partOf(node, 'binlog')!, { type: 'JOIN' })
  },

  enterGate(kernel, part, { write, from, to }: Placed) {
    const node = nodeOf(kernel, part)
    const { cause, now } = kernel
    node.waiting = [...node.waiting, { write, from, to, session: part.number, since: now, cause }]
    kernel.tell(partOf(node, 'commitGate')!, { type: 'COMMIT', from, to })
  },

  beginCommit(kernel, part, { until, to }: { until: number; to: number }) {
    const node = nodeOf(kernel, part)
    node.commitDue = until
    node.commitsTo = to
  },

  commit(kernel, part, { write, from, to }: Placed) {
    const node = nodeOf(kernel, part)
    node.data.apply(node.log, from, to, kernel.world.entries)
    node.applied.mark(to, kernel.now)
    kernel.fact(node.id, 'entries-committed', { from, to, write })
  },

  reply(kernel, part, { write }: { write: number }) {
    const { from, to } = part.context as unknown as Placed
    answer(kernel, part, { write, from, to }, '')
  },

  // The binlog's own two intents.

  beginFlush(kernel, part) {
    const node = nodeOf(kernel, part)
    node.flushing = node.nextFlush
    node.nextFlush = []
  },

  finishFlush(kernel, part) {
    const node = nodeOf(kernel, part)
    for (const pending of node.flushing) log(kernel, part, pending)
    node.flushing = []
    for (const other of node.parts)
      if (other.machine === 'sender' && isIn(other, 'streaming')) kernel.tell(other, { type: 'LOG_GREW' })
  },
}

/** Gives a flushed transaction its positions and wakes its session. */
function log(kernel: Kernel, binlog: Part, { write, session: number, cause }: Pending): void {
  const { world } = kernel
  const node = nodeOf(kernel, binlog)
  const row = write - 1
  const count = world.writes.count.get(row)
  const from = node.log.end + 1
  const to = node.log.end + count
  const client = world.writes.client.get(row)
  const entry = world.entries.append({
    epoch: node.epoch,
    origin: node.number,
    sequence: from,
    key: world.writes.key.get(row),
    keys: world.settings.clients[client]!.keys,
    operation: 0,
    value: world.writes.value.get(row),
    wallUs: kernel.now + world.settings.nodes[node.number]!.clockOffsetUs,
    hybrid: 0,
    write,
    count,
  })
  node.log.append(entry, count, kernel.now)
  world.writes.entry.set(row, entry)
  kernel.fact(node.id, 'entries-logged', { from, to, epoch: node.epoch, write }, cause)
  kernel.tell(world.parts[number]!, { type: 'FLUSHED', from, to })
}

const clientOf = (kernel: Kernel, part: Part): string => kernel.world.settings.clients[part.peer]!.id

function answer(kernel: Kernel, part: Part, { write, from, to }: Placed, reason: string): void {
  if (part.connection === 0) return
  const node = nodeOf(kernel, part)
  const client = clientOf(kernel, part)
  const { epoch } = node
  send(kernel, {
    kind: 'reply',
    from: node.id,
    to: client,
    part: client,
    connection: part.connection,
    first: from,
    last: to,
    epoch,
    write,
    word: reason === '' ? 'ok' : 'error',
    event: { type: 'REPLY', write, ok: reason === '', reason, from, to, epoch },
  })
}
