/** What came of a step of the rules: the row as it stands, what clients hear, what goes to other regions, who goes on. */

import type { FactKind } from '../../fact.ts'
import { isIn } from '../../kernel/acts/act.ts'
import type { Kernel } from '../../kernel/kernel.ts'
import { wakeReads } from '../../kernel/wakeReads.ts'
import { wallOf } from '../../measures/clock.ts'
import { settleRow } from '../../multiMaster/apply.ts'
import { siteOf } from '../../multiMaster/channels.ts'
import { rowName, writtenOf } from '../../multiMaster/naming.ts'
import { wakeSenders } from '../../multiMaster/replication.ts'
import { nameWrite } from '../../multiMaster/serving.ts'
import { rowAt } from '../../multiMaster/site.ts'
import { hybridReceive } from '../../resolvers/index.ts'
import type { Node } from '../../world/index.ts'
import { release } from '../effects.ts'
import { agreementPart, bookOf, stateOf } from './book.ts'
import { tellOk, tellRefused } from './clients.ts'
import { post, writeOf } from './post.ts'
import { votesOn } from './regionState.ts'
import { knownOf, type Proposal, type Step } from './row.ts'
import { serveReads } from './serveReads.ts'

/** `from`: the region that was heard; -1 = none. `top`: the entry that stands at the height that this one spoke of. */
export function settle(kernel: Kernel, node: Node, key: number, step: Step, from = -1, top = 0): void {
  const { world } = kernel
  const state = stateOf(world, node)
  const { height } = votesOn(state, key)
  const { row, took, own, say } = step
  state.rows.set(key, row)
  const { cause } = kernel
  if (own !== null) noteOwn(kernel, node, key, own, from)
  let position = 0
  if (took !== null) position = stand(kernel, node, key, took)
  else if (row.height > height) learnRow(kernel, node, key, top, from)
  // The decision may be for another one's write, and so against its own.
  const isOwn = own?.isDone === true
  if (own !== null) finish(kernel, node, own, isOwn ? position : 0)
  if (position > 0 && !isOwn)
    release(kernel, node, { write: writeOf(world, took!), session: -1, cause: kernel.cause }, position)
  kernel.cause = cause
  notePromise(kernel, node, key)
  for (const { to, message } of say) post(kernel, node, to, key, message)
  if (row.height > height || own !== null) {
    if (state.queue.some((one) => one.key === key)) kernel.tell(agreementPart(node), { type: 'FREE', key })
    serveReads(kernel, node, key)
  }
  tend(kernel, node)
  kernel.cause = cause
}

/** Somebody waits now: the time that this may take begins to run. */
export function tend(kernel: Kernel, node: Node): void {
  const { open, queue, promised, reads } = stateOf(kernel.world, node)
  if (open.length + queue.length + promised.length + reads.length === 0) return
  const part = agreementPart(node)
  if (isIn(part, 'led.watch.quiet')) kernel.tell(part, { type: 'OPEN' })
}

/**
 * It is decided here. Whoever decides first gives it its name, in the log of that region; whoever comes to the same decision
 * later takes it from there. Returns its position in this region's log, 0 = it is in another one's.
 */
function stand(kernel: Kernel, node: Node, key: number, proposal: Proposal): number {
  const { world } = kernel
  const book = bookOf(world)
  const write = writeOf(world, proposal)
  const known = world.writes.entry.get(write - 1)
  if (known > 0) {
    learnRow(kernel, node, key, known, proposal.origin)
    return 0
  }
  if (proposal.origin !== node.number) {
    const args = { peer: world.nodes[proposal.origin]!.id, key: rowName(world, key), write }
    kernel.fact(node.id, 'write-taken-over', args)
  }
  const { position, tell } = nameWrite(kernel, node, { write, cause: kernel.cause })
  const { cause } = kernel
  const entry = node.log.entryAt(position)
  book.named.set(entry, { write: proposal, known: knownOf(votesOn(stateOf(world, node), key)) })
  stateOf(world, node).tops.set(key, entry)
  tell()
  kernel.cause = cause
  wakeReads(kernel, node)
  wakeSenders(kernel, node)
  return position
}

/** Another region knows the row as it stands after this entry; the entry itself will come through that one's log. */
function learnRow(kernel: Kernel, node: Node, key: number, entry: number, from: number): void {
  const { world } = kernel
  const site = siteOf(world, node)
  const { after, unique, version } = writtenOf(world, entry)
  stateOf(world, node).tops.set(key, entry)
  const before = rowAt(site, key).state
  if (version !== null) site.hybrid = hybridReceive(site.hybrid, version.hybrid, wallOf(world, node))
  const { cause } = kernel
  settleRow(kernel, node, world.nodes[Math.max(0, from)]!, key, after, unique, version)
  kernel.cause = cause
  if (rowAt(site, key).state !== before) wakeReads(kernel, node)
}

function noteOwn(kernel: Kernel, node: Node, key: number, own: NonNullable<Step['own']>, from: number): void {
  const { world, now } = kernel
  const { write, since, isDoubtful } = openOf(kernel, node, own.write)
  const args = { key: rowName(world, key), write }
  if (own.isDone) {
    const peer = from < 0 ? {} : { peer: world.nodes[from]!.id }
    kernel.fact(node.id, 'write-agreed', { ...args, ...peer, us: now - since })
  } else if (isDoubtful) kernel.fact(node.id, 'write-withdrawn', args)
  else kernel.fact(node.id, 'write-conflicted', args, kernel.cause, false, isKnown(kernel, 'write-conflicted'))
}

/** It is news the first time. */
export const isKnown = ({ world }: Kernel, what: FactKind): boolean =>
  world.facts.milestones().some(({ kind }) => kind === what)

const openOf = ({ world }: Kernel, node: Node, { sequence }: Proposal) =>
  stateOf(world, node).open.find((one) => one.sequence === sequence)!

/** This region's own write: its client hears what became of it. */
function finish(kernel: Kernel, node: Node, own: NonNullable<Step['own']>, position: number): void {
  const state = stateOf(kernel.world, node)
  const open = openOf(kernel, node, own.write)
  state.open = state.open.filter((one) => one !== open)
  const { write, session } = open
  if (position > 0) release(kernel, node, { write, session, cause: kernel.cause }, position)
  else if (own.isDone) tellOk(kernel, session, write)
  else tellRefused(kernel, session, write, 'conflict')
}

/** Which write of another region the row is promised to, if any. */
function notePromise(kernel: Kernel, node: Node, key: number): void {
  const { world, now } = kernel
  const state = stateOf(world, node)
  const write = votesOn(state, key).vote?.write
  const known = state.promised.find((one) => one.key === key)
  const isForeign = write !== undefined && write.origin !== node.number
  if (known !== undefined && isForeign && known.write === write) return
  if (known === undefined && !isForeign) return
  const others = state.promised.filter((one) => one !== known)
  state.promised = isForeign ? [...others, { key, write, since: now, triedAt: now, tries: 0 }] : others
}
