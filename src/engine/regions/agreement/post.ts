/**
 * A region says something to another. What it votes, promises or joins is on the disks of two of its zones first, so that no
 * new leader can have forgotten it; what it asks for has been there since before it asked.
 */
import { isIn } from '../../kernel/acts/act.ts'
import type { Kernel } from '../../kernel/kernel.ts'
import { send } from '../../kernel/network.ts'
import type { Said } from '../../machines/agreement.ts'
import { threadOf } from '../../multiMaster/channels.ts'
import { rowName } from '../../multiMaster/naming.ts'
import type { Node, World } from '../../world/index.ts'
import { agreementPart, bookOf, stateOf } from './book.ts'
import { AT_ONCE, saidOf } from './parcel.ts'
import type { Message } from './row.ts'

export function post(kernel: Kernel, node: Node, to: number, key: number, message: Message): void {
  const { world } = kernel
  const said = saidOf({ from: node.number, to, key, top: topOf(world, node, key) }, message)
  if (AT_ONCE.includes(said.what)) say(kernel, node, said)
  else {
    const onDiskUs = 2 * world.settings.regions!.zoneUs + world.settings.nodes[node.number]!.flushUs
    kernel.tell(agreementPart(node), { type: 'SAY', ...said }, Math.max(1, onDiskUs))
  }
}

export const topOf = (world: World, node: Node, key: number): number => stateOf(world, node).tops.get(key) ?? 0

const REQUESTS: readonly string[] = ['ask', 'prepare', 'accept', 'read']

export function say(kernel: Kernel, node: Node, said: Said): void {
  const { world } = kernel
  const { what, to } = said
  const peer = world.nodes[to]!
  if (kernel.way(node.id, peer.id).link.state === 'cut') return
  const write = writeOf(world, said)
  const { cause } = kernel
  if (what === 'ask') kernel.fact(node.id, 'promise-asked', { peer: peer.id, key: rowName(world, said.key), write })
  send(kernel, {
    kind: REQUESTS.includes(what) ? 'promise' : 'promised',
    from: node.id,
    to: peer.id,
    part: `${peer.id}/agreement`,
    connection: connectionTo(node, to),
    write,
    word: wordOf(world, said),
    event: { type: 'HEARD', ...said },
  })
  kernel.cause = cause
}

/** That of the channel from there, so that nothing is lost but with the line; 0 = there is none, and it may be lost. */
function connectionTo(node: Node, region: number): number {
  const receiver = threadOf(node, 'receiver', region)
  return receiver !== undefined && isIn(receiver, 'connection.streaming') ? receiver.connection : 0
}

/** The client's write that it is about; 0 = none. */
export const writeOf = (world: World, { origin, sequence }: Pick<Said, 'origin' | 'sequence'>): number =>
  origin < 0 ? 0 : bookOf(world).states[origin]!.asked.get(sequence)!.write

function wordOf(world: World, { what, key, answer }: Said): string {
  const row = rowName(world, key)
  if (what === 'answer') return answer
  if (what === 'read') return `${row}?`
  return what === 'ask' ? row : `${row} ${what}`
}
