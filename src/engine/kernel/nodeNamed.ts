import type { Node } from '../world/index.ts'
import type { Kernel } from './kernel.ts'

/** Throws when it is not a node that belongs: a run that was checked names no other. */
export function nodeNamed(kernel: Kernel, id: string): Node {
  const node = kernel.node(id)
  if (node === undefined) throw new Error(`There is no node ${id}.`)
  return node
}
