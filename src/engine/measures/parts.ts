import type { Node, Part } from '../world/index.ts'

/** Reads the states of a participant's machines, by the name of the machine. */

/** The attached part that runs a machine, or undefined. */
export function partOf(owner: { readonly parts: readonly Part[] }, machine: string): Part | undefined {
  for (const part of owner.parts) if (part.machine === machine && part.attached) return part
  return undefined
}

/** The first of these states (dotted paths) that is active in the part that runs a machine; undefined = none, or no such part. */
export function stateOf<S extends string>(
  owner: { readonly parts: readonly Part[] },
  machine: string,
  states: readonly S[],
): S | undefined {
  const part = partOf(owner, machine)
  if (!part) return undefined
  const { program, config } = part
  for (const state of states) if (program.matches(config, state)) return state
  return undefined
}

/** Is the I/O thread running and connected? */
export const receives = (node: Node): boolean => stateOf(node, 'receiver', ['connection.streaming']) !== undefined

/** Is the SQL thread running: at work, idle, holding entries on purpose, or waiting inside a transaction for a lock? */
export const applies = (node: Node): boolean =>
  stateOf(node, 'applier', ['idle', 'delaying', 'applying', 'blocked']) !== undefined

/** Does the process run (and not just recover)? */
export const isUp = (node: Node): boolean => stateOf(node, 'process', ['up']) !== undefined

/** Machines that apply: a slave's SQL thread, and that of one channel among several masters. */
export const APPLIERS: readonly string[] = ['applier', 'channelApplier']
