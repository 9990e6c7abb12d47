/**
 * Copies of a node's data, from which another node is built: bytes over throughput. A donor shares what it gives between
 * all its copies, and a narrow link carries less. A copy holds what its donor had applied when it began; what was written
 * since is fetched by ordinary replication afterwards. A silent line holds a copy up, a cut one or a dead end ends it, and
 * half a copy is worth nothing. Simplified: shares are even, also where a copy cannot use its own.
 */
import type { NodeLog } from '../log/nodeLog.ts'
import { Reached } from '../log/reached.ts'
import { doneAt } from '../measures/copied.ts'
import { isUp, partOf } from '../measures/parts.ts'
import type { Copy, Link, Node, World } from '../world/index.ts'
import { reviewGates } from './acts/gate.ts'
import type { Told } from './event.ts'
import type { Kernel } from './kernel.ts'
import { stopServing } from './network.ts'

/** Nobody waits longer: thirty years, in microseconds. */
const LONGEST_US = 1_000_000_000_000_000

/** Throws a node's data and log away; its own slaves hear a reset. */
export function wipe(kernel: Kernel, node: Node): void {
  const { world } = kernel
  for (const other of world.nodes) if (other.copy?.from === node.number) failCopy(kernel, other, 'donor-down')
  stopServing(kernel, node.id)
  node.log.truncate(0)
  node.applied.truncate(0)
  node.data.clear()
  node.purgedTo = 0
  node.wipedAt = kernel.now
  node.extraFrom = -1
  node.extraAt = -1
  // What it has acknowledged it has no more.
  for (const other of world.nodes) {
    other.acks[node.number] = new Reached()
    if (other.counted[node.number]) other.counted = other.counted.map((to, at) => (at === node.number ? 0 : to))
  }
}

/** An empty node begins to copy the data of another. Its receiver must be there, and stopped. */
export function beginCopy(kernel: Kernel, node: Node, donor: Node): void {
  const { world, now } = kernel
  const position = donor.applied.position
  const bytes = world.settings.dataBytes
  const entry = donor.log.entryAt(position)
  const base = { from: donor.number, position, entry, bytes, startedAt: now, done: 0, at: now, bends: [] }
  node.copy = { ...base, rate: -1, endsAt: -1, fact: 0 }
  if (donor.epoch > node.epoch) {
    node.epoch = donor.epoch
    node.epochSince = now
  }
  const us = leftUs(bytes, rateOf(world, node, node.copy))
  const args = { peer: donor.id, count: Math.ceil(bytes / 1_000_000), to: position, ...(us > 0 ? { us } : {}) }
  const { id } = kernel.fact(node.id, 'copy-started', args)
  node.copy = { ...node.copy, fact: id }
  settleCopies(kernel)
  reviewGates(kernel)
}

/** Whoever copies does so at the rate of now: a copy has begun or ended, a link or a setting has changed. */
export function settleCopies(kernel: Kernel): void {
  const { world, now } = kernel
  for (const node of world.nodes) {
    const { copy } = node
    if (copy === null) continue
    const rate = rateOf(world, node, copy)
    if (rate === copy.rate) continue
    const done = doneAt(copy, now)
    const us = leftUs(copy.bytes - done, rate)
    const bends = now === copy.startedAt ? copy.bends : [...copy.bends, [now, millionths(done, copy.bytes)] as const]
    node.copy = { ...copy, done, at: now, rate, endsAt: us === 0 ? -1 : now + us, bends }
    resume(kernel, node)
  }
}

/** Its receiver, which may be a new one, waits for the copy that is under way. */
export function resume(kernel: Kernel, node: Node): void {
  const { copy } = node
  const receiver = partOf(node, 'receiver')
  if (copy === null || receiver === undefined) return
  const us = copy.endsAt < 0 ? 0 : Math.max(1, copy.endsAt - kernel.now)
  kernel.deliver(receiver, { type: 'COPY', us } as Told, copy.fact)
}

/** The copy is whole: it becomes the node's data. A log does not come with it. */
export function install(kernel: Kernel, node: Node): void {
  const { world, now } = kernel
  const copy = node.copy!
  node.copy = null
  // Who waits below it has to ask anew: what the copy brings is in no log here.
  stopServing(kernel, node.id)
  const { from, position, entry, startedAt, fact } = copy
  const source = logWith(world, position, entry)
  if (source !== null && position > 0) {
    node.log.appendFrom(source, 1, position, now)
    node.data.apply(node.log, 1, position, world.entries)
    node.applied.mark(position, now)
    node.purgedTo = position
  }
  kernel.fact(node.id, 'copy-done', { peer: world.nodes[from]!.id, to: position, us: now - startedAt }, fact)
  kernel.tell(partOf(node, 'applier')!, { type: 'START' })
  settleCopies(kernel)
}

/** A copy comes to nothing, and its node stays empty. `reason` as in the fact. */
export function failCopy(kernel: Kernel, node: Node, reason: string): void {
  const { copy } = node
  if (copy === null) return
  const { cause } = kernel
  node.copy = null
  kernel.fact(node.id, 'copy-failed', { peer: kernel.world.nodes[copy.from]!.id, reason })
  const receiver = partOf(node, 'receiver')
  if (receiver !== undefined) kernel.deliver(receiver, { type: 'COPY_FAILED' } as Told, kernel.cause)
  if (isUp(node)) kernel.tell(partOf(node, 'applier')!, { type: 'START' })
  kernel.cause = cause
  settleCopies(kernel)
}

/** A node has died or left: nobody gets its data any more, and what it was to get is lost. */
export function loseCopies(kernel: Kernel, gone: Node): void {
  failCopy(kernel, gone, 'reset')
  for (const node of kernel.world.nodes) if (node.copy?.from === gone.number) failCopy(kernel, node, 'donor-down')
}

/** To be called when somebody has done something: links may carry less now, or nothing, or more. */
export function reviewCopies(kernel: Kernel): void {
  const { world, cause } = kernel
  for (const node of world.nodes) {
    const link = node.copy === null ? undefined : lineOf(world, node.copy.from, node)
    if (link?.state !== 'cut') continue
    kernel.cause = link.fact
    failCopy(kernel, node, 'link-cut')
  }
  kernel.cause = cause
  settleCopies(kernel)
}

/** Has the donor data, and is there a way to it? If not, a fact says so. */
export function mayCopy(kernel: Kernel, node: Node, donor: Node): boolean {
  const reason = whyNoCopy(kernel.world, node, donor)
  if (reason !== '') kernel.fact(node.id, 'copy-failed', { peer: donor.id, reason })
  return reason === ''
}

/** Why a copy would come to nothing, as in the fact; '' = nothing speaks against it. */
export function whyNoCopy(world: World, node: Node, donor: Node): string {
  if (!isUp(donor) || donor.copy !== null) return 'donor-down'
  return lineOf(world, donor.number, node)?.state === 'cut' ? 'link-cut' : ''
}

const millionths = (part: number, whole: number): number => Math.floor((part / whole) * 1_000_000)

/** 0 = never, as it stands. */
const leftUs = (bytes: number, rate: number): number =>
  rate === 0 ? 0 : Math.max(1, Math.min(LONGEST_US, Math.ceil((bytes / rate) * 1_000_000)))

/** Bytes a second; 0 while the line is silent. */
function rateOf(world: World, node: Node, { from }: Copy): number {
  const link = lineOf(world, from, node)
  if (link?.state !== 'up') return 0
  const copies = world.nodes.filter((one) => one.copy?.from === from && lineOf(world, from, one)?.state === 'up')
  const share = Math.max(1, Math.floor(world.settings.copyBytesPerSecond / Math.max(1, copies.length)))
  return link.bytesPerSecond === 0 ? share : Math.min(share, link.bytesPerSecond)
}

function lineOf(world: World, from: number, { id }: Node): Link | undefined {
  const donor = world.nodes[from]!.id
  return world.links.find(({ a, b }) => (a === donor && b === id) || (a === id && b === donor))
}

/** A log with this entry at this position, and so with everything before it. */
function logWith(world: World, position: number, entry: number): NodeLog | null {
  return world.nodes.find(({ log }) => log.entryAt(position) === entry)?.log ?? null
}
