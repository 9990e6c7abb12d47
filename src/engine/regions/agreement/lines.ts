/** Whether a region has a leader, and whether that one hears another region. */
import { isIn } from '../../kernel/acts/act.ts'
import type { Kernel } from '../../kernel/kernel.ts'
import type { Node, World } from '../../world/index.ts'
import { isAlone } from './alone.ts'
import { askAgain } from './ask.ts'
import { agreementPart, stateOf } from './book.ts'
import { tellRefused } from './clients.ts'
import { heardOn } from './heardOn.ts'
import { votesOn } from './regionState.ts'
import { othersOf } from './row.ts'
import { refuseReads } from './serveReads.ts'
import { settle } from './settle.ts'

export function start(kernel: Kernel): void {
  const { nodes, settings } = kernel.world
  for (const node of nodes) {
    const spec = { owner: node.id, id: 'agreement', machine: 'agreement', place: node.number, peer: 0 } as const
    const part = kernel.attach(spec, node.parts, { s: settings.nodes[node.number]! })
    kernel.deliver(part, { type: 'LED' }, 0)
  }
}

export const takes = (world: World, node: Node): string =>
  isAlone(stateOf(world, node), node.number) ? 'isolated' : 'yes'

export function led(kernel: Kernel, node: Node): void {
  kernel.tell(agreementPart(node), { type: 'LED' })
}

/** Nobody waits any more for what the leader was doing; what it had voted for is on other disks, too. */
export function unled(kernel: Kernel, node: Node): void {
  const state = stateOf(kernel.world, node)
  state.open = state.open.map((one) => ({ ...one, session: -1 }))
  state.queue = state.queue.map((one) => ({ ...one, session: -1 }))
  state.reads = []
  state.isolatedSince = -1
  for (const { key } of [...state.open, ...state.promised]) {
    const row = votesOn(state, key)
    state.rows.set(key, { ...row, pressing: null, own: row.own && { ...row.own, refusedBy: [], busy: [] } })
  }
  kernel.deliver(agreementPart(node), { type: 'UNLED' }, kernel.cause)
}

/** The channel from that region is lost, or there again. */
export function line(kernel: Kernel, node: Node, peer: Node, isThere: boolean): void {
  const state = stateOf(kernel.world, node)
  if (state.hears[peer.number] === isThere) return
  hearing(kernel, node, peer.number, isThere)
  if (isThere && state.isolatedSince < 0 && isIn(agreementPart(node), 'led')) askAll(kernel, node)
}

function hearing(kernel: Kernel, node: Node, peer: number, isThere: boolean): void {
  const state = stateOf(kernel.world, node)
  state.hears = state.hears.map((heard, region) => (region === peer ? isThere : heard))
  kernel.tell(agreementPart(node), { type: isThere ? 'LINKED' : 'MISSED' })
}

export function miss(kernel: Kernel, node: Node, peer: number): void {
  if (stateOf(kernel.world, node).hears[peer]) hearing(kernel, node, peer, false)
}

/** Asks again for everything that is open. */
function askAll(kernel: Kernel, node: Node): void {
  const { world, now } = kernel
  const state = stateOf(world, node)
  state.open = state.open.map((one) => ({ ...one, triedAt: now, tries: 0 }))
  for (const { key, cause } of state.open) {
    kernel.cause = cause
    settle(kernel, node, key, askAgain(votesOn(state, key), node.number))
  }
}

/** A leader takes up what the last one left. Whoever is not cut off may be there. */
export function resume(kernel: Kernel, node: Node): void {
  const { world } = kernel
  const state = stateOf(world, node)
  const { number, id } = node
  for (const region of othersOf(number)) {
    const isThere = kernel.way(id, world.nodes[region]!.id).link.state !== 'cut'
    if (state.hears[region] !== isThere) hearing(kernel, node, region, isThere)
  }
  state.promised = state.promised.map((one) => ({ ...one, triedAt: kernel.now, tries: 0 }))
  if (isAlone(state, number)) kernel.tell(agreementPart(node), { type: 'MISSED' })
  if (state.open.length > 0) askAll(kernel, node)
  for (const { key } of state.queue) kernel.tell(agreementPart(node), { type: 'FREE', key })
  if (state.promised.length + state.queue.length > 0) kernel.tell(agreementPart(node), { type: 'OPEN' })
}

export function isolate(kernel: Kernel, node: Node): void {
  const { world, now } = kernel
  const state = stateOf(world, node)
  state.isolatedSince = now
  kernel.fact(node.id, 'region-isolated', {})
  const { queue } = state
  state.queue = []
  for (const { session, write } of queue) tellRefused(kernel, session, write, 'isolated')
  refuseReads(kernel, node, state.reads)
}

export function rejoin(kernel: Kernel, node: Node): void {
  const state = stateOf(kernel.world, node)
  kernel.fact(node.id, 'region-joined', { us: kernel.now - state.isolatedSince })
  const { cause } = kernel
  state.hears = state.hears.map((heard, region) => heard || heardOn(node, region) > state.isolatedSince)
  state.isolatedSince = -1
  askAll(kernel, node)
  kernel.cause = cause
}
