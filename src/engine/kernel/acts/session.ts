/** What a write does to the master: it joins the binlog's flush, gets its positions, waits at the gate, commits. */
import type { Transaction } from '../../log/entries.ts'
import { wallOf } from '../../measures/clock.ts'
import { partOf } from '../../measures/parts.ts'
import type { Part, Pending, World } from '../../world/index.ts'
import type { Kernel } from '../kernel.ts'
import { send } from '../network.ts'
import { expire } from '../retention.ts'
import { wakeReads } from '../wakeReads.ts'
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
    answer(kernel, part, { write, from: 0, to: 0 }, reason === 'not-master' ? 'refused' : reason)
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
    kernel.fact(node.id, 'entries-committed', write > 0 ? { from, to, write } : { from, to })
    wakeReads(kernel, node)
  },

  reply(kernel, part, { write }: { write: number }) {
    const { from, to } = part.context as unknown as Placed
    answer(kernel, part, { write, from, to }, '')
  },

  // The binlog's own two intents, also of a heartbeat row: its write has the number 0.

  beginFlush(kernel, part) {
    const node = nodeOf(kernel, part)
    node.flushing = node.nextFlush
    node.nextFlush = []
  },

  finishFlush(kernel, part) {
    const node = nodeOf(kernel, part)
    for (const pending of node.flushing) log(kernel, part, pending)
    node.flushing = []
    expire(kernel, node)
    for (const other of node.parts)
      if (other.machine === 'sender' && isIn(other, 'streaming')) kernel.tell(other, { type: 'LOG_GREW' })
  },
}

/** Gives a flushed transaction its positions and wakes its session. */
function log(kernel: Kernel, binlog: Part, { write, session: number, cause }: Pending): void {
  const { world, now } = kernel
  const node = nodeOf(kernel, binlog)
  const wallUs = wallOf(world, node)
  const from = node.log.end + 1
  const content = write === 0 ? heartbeat(wallUs) : contentOf(world, write)
  const to = node.log.end + content.count
  const { epoch } = node
  const born = { epoch, origin: node.number, sequence: from, operation: 0, wallUs, bornAt: now, hybrid: 0, write }
  const entry = world.entries.append({ ...content, ...born })
  node.log.append(entry, content.count, now)
  if (write > 0) world.writes.entry.set(write - 1, entry)
  if (write > 0) kernel.fact(node.id, 'entries-logged', { from, to, epoch, write }, cause)
  else kernel.fact(node.id, 'heartbeat-written', { from }, cause)
  kernel.tell(world.parts[number]!, { type: 'FLUSHED', from, to })
}

type Content = Pick<Transaction, 'key' | 'keys' | 'value' | 'count'>

function contentOf({ writes, settings }: World, write: number): Content {
  const row = write - 1
  const key = writes.key.get(row)
  const { keys: own } = settings.clients[writes.client.get(row)]!
  // A row that was named by hand may be one that its client would not draw.
  const keys = writes.named.get(row) === 1 ? Math.max(own, key + 1) : own
  return { key, keys, value: writes.value.get(row), count: writes.count.get(row) }
}

/** The heartbeat row shows the master's clock, in whole milliseconds. */
const heartbeat = (wallUs: number): Content => ({ key: 0, keys: 0, value: Math.floor(wallUs / 1000), count: 1 })

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
