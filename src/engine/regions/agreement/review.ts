/**
 * Somebody has waited for `giveUpMs`. A region that hears another one presses for a decision with it; one that hears
 * nobody tells its clients that nobody knows, and asks no more until a line is back.
 */
import type { Kernel } from '../../kernel/kernel.ts'
import { rowName } from '../../multiMaster/naming.ts'
import type { Node } from '../../world/index.ts'
import { isAlone } from './alone.ts'
import { withdraw } from './ask.ts'
import { stateOf } from './book.ts'
import { tellDoubt, tellRefused } from './clients.ts'
import { heardOn } from './heardOn.ts'
import { miss } from './lines.ts'
import { patienceUs } from './patience.ts'
import { press } from './press.ts'
import { type OpenWrite, votesOn } from './regionState.ts'
import { othersOf } from './row.ts'
import { readerOf, refuseReads } from './serveReads.ts'
import { isKnown, settle } from './settle.ts'
import { askFor } from './strong.ts'

export function review(kernel: Kernel, node: Node): void {
  const { world, now } = kernel
  const state = stateOf(world, node)
  const { giveUpUs } = world.settings.regions!
  const isOver = (since: number) => now - since >= giveUpUs
  const { cause } = kernel
  const lastOf = (region: number) => Math.max(state.heardAt[region]!, heardOn(node, region))
  for (const region of othersOf(node.number)) {
    const waits = [...state.open.map(({ triedAt }) => triedAt), ...state.reads.map(({ since }) => since)]
    if (waits.some((since) => isOver(since) && lastOf(region) <= since)) miss(kernel, node, region)
  }
  const alone = isAlone(state, node.number)
  const isDue = ({ triedAt, tries }: { triedAt: number; tries: number }) =>
    now - triedAt >= patienceUs(giveUpUs, node.number, tries)
  const tried = <T extends { triedAt: number; tries: number }>(one: T): T =>
    isDue(one) ? { ...one, triedAt: now, tries: one.tries + 1 } : one
  for (const one of state.open.filter(isDue)) {
    kernel.cause = one.cause
    if (!one.isDoubtful && (alone || now - one.since >= 2 * giveUpUs)) doubt(kernel, node, one)
    tryAgain(kernel, node, one.key, alone)
  }
  state.open = state.open.map(tried)
  const promised = state.promised.filter(isDue)
  state.promised = state.promised.map(tried)
  for (const { key } of promised) tryAgain(kernel, node, key, alone)
  for (const one of state.queue.filter(({ since }) => isOver(since))) {
    state.queue = state.queue.filter((other) => other !== one)
    tellRefused(kernel, one.session, one.write, alone ? 'isolated' : 'conflict')
  }
  reviewReads(kernel, node, alone)
  kernel.cause = cause
}

function tryAgain(kernel: Kernel, node: Node, key: number, alone: boolean): void {
  if (!alone) settle(kernel, node, key, press(votesOn(stateOf(kernel.world, node), key), node.number))
}

function doubt(kernel: Kernel, node: Node, one: OpenWrite): void {
  const { world, now } = kernel
  const state = stateOf(world, node)
  const { key, write, session, since } = one
  const args = { key: rowName(world, key), write, us: now - since }
  kernel.fact(node.id, 'write-in-doubt', args, kernel.cause, false, isKnown(kernel, 'write-in-doubt'))
  tellDoubt(kernel, session, write)
  state.open = state.open.map((other) => (other === one ? { ...one, session: -1, isDoubtful: true } : other))
  state.rows.set(key, withdraw(votesOn(state, key)))
}

function reviewReads(kernel: Kernel, node: Node, alone: boolean): void {
  const { world, now } = kernel
  const state = stateOf(world, node)
  const { giveUpUs } = world.settings.regions!
  if (alone) refuseReads(kernel, node, state.reads)
  const old = state.reads.filter(({ since }) => now - since >= giveUpUs)
  state.reads = state.reads
    .filter((read) => readerOf(world, read) !== null)
    .map((read) => (old.includes(read) ? { ...read, since: now } : read))
  for (const read of state.reads) if (read.since === now && read.height < 0) askFor(kernel, node, read)
}
