/** Strong reads of a row that has come as far as they must show it. */
import type { Kernel } from '../../kernel/kernel.ts'
import type { Node, Part, World } from '../../world/index.ts'
import { refuseRead, showLeaders } from '../reads.ts'
import { stateOf } from './book.ts'
import { type StrongRead, votesOn } from './regionState.ts'

export function serveReads(kernel: Kernel, node: Node, key: number): void {
  const { world } = kernel
  const state = stateOf(world, node)
  const { height } = votesOn(state, key)
  const ready = state.reads.filter((read) => read.key === key && read.height >= 0 && read.height <= height)
  if (ready.length === 0) return
  state.reads = state.reads.filter((read) => !ready.includes(read))
  const { cause } = kernel
  for (const read of ready) {
    const part = readerOf(world, read)
    kernel.cause = read.cause
    if (part !== null) showLeaders(kernel, part, key)
  }
  kernel.cause = cause
}

export function refuseReads(kernel: Kernel, node: Node, reads: readonly StrongRead[]): void {
  const { world } = kernel
  const state = stateOf(world, node)
  state.reads = state.reads.filter((read) => !reads.includes(read))
  for (const read of reads) {
    const part = readerOf(world, read)
    if (part !== null) refuseRead(kernel, part, 'isolated')
  }
}

/** The session that the read came over; null = its client has hung up. */
export function readerOf({ parts }: World, { session, connection }: StrongRead): Part | null {
  const part = parts[session]!
  return part.attached && part.connection === connection ? part : null
}
