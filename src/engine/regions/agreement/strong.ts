/** A strong read on its way: two other regions are asked, and the first one that answers is enough. */
import { nodeOf } from '../../kernel/acts/act.ts'
import type { Kernel } from '../../kernel/kernel.ts'
import type { Said } from '../../machines/agreement.ts'
import type { Node, Part } from '../../world/index.ts'
import { refuseRead } from '../reads.ts'
import { isAlone } from './alone.ts'
import { stateOf } from './book.ts'
import { knownIn, parcelOf, shown, voteIn } from './parcel.ts'
import { say, topOf } from './post.ts'
import { type StrongRead, votesOn } from './regionState.ts'
import { knownOf, learn, othersOf } from './row.ts'
import { serveReads } from './serveReads.ts'
import { settle, tend } from './settle.ts'
import { heightToShow } from './strongRead.ts'

export function strongRead(kernel: Kernel, part: Part, key: number): void {
  const node = nodeOf(kernel, part)
  const state = stateOf(kernel.world, node)
  if (part.connection === 0) return
  if (isAlone(state, node.number)) {
    refuseRead(kernel, part, 'isolated')
    return
  }
  const { now, cause } = kernel
  const { number: session, connection } = part
  const read = { id: state.nextRead++, key, session, connection, since: now, height: -1, cause }
  state.reads = [...state.reads, read]
  askFor(kernel, node, read)
  tend(kernel, node)
}

export function askFor(kernel: Kernel, node: Node, { id, key }: StrongRead): void {
  const { world } = kernel
  const row = votesOn(stateOf(world, node), key)
  for (const to of othersOf(node.number)) {
    const address = { from: node.number, to, key, top: topOf(world, node, key) }
    say(kernel, node, parcelOf(address, row.height + 1, knownOf(row), { what: 'read', ballot: id }))
  }
}

/** Another region asks what is known here. */
export function answerOther(kernel: Kernel, node: Node, { from, key, ballot }: Said): void {
  const { world } = kernel
  const row = votesOn(stateOf(world, node), key)
  const address = { from: node.number, to: from, key, top: topOf(world, node, key) }
  say(kernel, node, shown(address, ballot, knownOf(row), row.vote))
}

export function hearShown(kernel: Kernel, node: Node, said: Said): void {
  const state = stateOf(kernel.world, node)
  const { from, key, ballot } = said
  const knows = knownIn(said)
  settle(kernel, node, key, learn(votesOn(state, key), knows), from, said.top)
  const height = heightToShow(votesOn(state, key), node.number, from, { knows, vote: voteIn(said) })
  state.reads = state.reads.map((read) => (read.id === ballot && read.height < 0 ? { ...read, height } : read))
  serveReads(kernel, node, key)
}
