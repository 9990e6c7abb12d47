/** A write of a client among three regions: it waits for its row, asks for it, and is told what became of it. */
import type { Kernel } from '../../kernel/kernel.ts'
import { siteOf } from '../../multiMaster/channels.ts'
import { takeKey } from '../../multiMaster/generate.ts'
import { mastersOf, rowName } from '../../multiMaster/naming.ts'
import { isTaken } from '../../multiMaster/unique.ts'
import type { Node, Pending } from '../../world/index.ts'
import { isAlone } from './alone.ts'
import { begin as ask } from './ask.ts'
import { stateOf } from './book.ts'
import { tellRefused } from './clients.ts'
import { type Queued, votesOn } from './regionState.ts'
import { isKnown, settle, tend } from './settle.ts'

/** Two zones have it. */
export function afterQuorum(kernel: Kernel, node: Node, { write, session, cause }: Pending): void {
  const { world, now } = kernel
  const key = keyOf(kernel, node, write)
  if (key < 0) {
    tellRefused(kernel, session, write, 'duplicate')
    return
  }
  const state = stateOf(world, node)
  state.queue = [...state.queue, { write, key, session, since: now, cause }]
  wakeQueue(kernel, node, key)
  tend(kernel, node)
}

/** A row that is inserted gets its key here, whoever decides about it later. -1: another row has its value. */
function keyOf({ world }: Kernel, node: Node, write: number): number {
  const { asked } = mastersOf(world)
  const wanted = asked.get(write)!
  if (wanted.key >= 0) return wanted.key
  const site = siteOf(world, node)
  if (isTaken(site, wanted.argument, -1)) return -1
  const key = takeKey(world, site)
  asked.set(write, { ...wanted, key })
  return key
}

/** The next one that waits for this row, as long as none of this region is open there. */
export function wakeQueue(kernel: Kernel, node: Node, key: number): void {
  const state = stateOf(kernel.world, node)
  const { cause } = kernel
  for (;;) {
    const next = state.queue.find((one) => one.key === key)
    if (next === undefined || votesOn(state, key).own !== null) break
    state.queue = state.queue.filter((one) => one !== next)
    kernel.cause = next.cause
    begin(kernel, node, next)
  }
  kernel.cause = cause
}

function begin(kernel: Kernel, node: Node, { write, key, session, cause }: Queued): void {
  const { world, now } = kernel
  const state = stateOf(world, node)
  // Nothing of it has left the region yet.
  if (isAlone(state, node.number)) {
    tellRefused(kernel, session, write, 'isolated')
    return
  }
  const row = votesOn(state, key)
  const sequence = state.sequence + 1
  const step = ask(row, node.number, { origin: node.number, sequence, slot: row.height + 1 })
  const args = { key: rowName(world, key), write }
  if (step === null) {
    kernel.fact(node.id, 'write-conflicted', args, cause, false, isKnown(kernel, 'write-conflicted'))
    tellRefused(kernel, session, write, 'conflict')
    return
  }
  state.sequence = sequence
  state.asked.set(sequence, { write, key })
  const open = { write, key, sequence, session, since: now, triedAt: now, tries: 0, isDoubtful: false, cause }
  state.open = [...state.open, open]
  settle(kernel, node, key, step)
}
