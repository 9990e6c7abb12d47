/** A node as it begins, with an empty log, and the parts that every node has besides receivers, senders and sessions. */
import { KeyValues } from '../log/data.ts'
import { NodeLog } from '../log/nodeLog.ts'
import { Reached } from '../log/reached.ts'
import type { Node } from '../world/index.ts'
import type { Told } from './event.ts'
import type { Kernel } from './kernel.ts'

/** In the order in which a death reaches them. */
const PARTS = ['process', 'role', 'applier', 'binlog', 'commitGate', 'lease'] as const

/** What a thread hears that is to begin. */
export const BEGIN: Told = { type: 'START', reason: 'start' }

/** `upstream`: node number, -1 for the master; `nodes`: how many there are with it. */
export function makeNode(id: string, number: number, upstream: number, nodes: number): Node {
  return {
    id,
    number,
    life: 0,
    diedAt: -1,
    diedBy: 0,
    rolledBack: 0,
    epoch: 1,
    epochSince: 0,
    log: new NodeLog(),
    purgedTo: 0,
    wipedAt: -1,
    copy: null,
    rewind: null,
    returns: false,
    applied: new Reached(),
    lockedAt: -1,
    data: new KeyValues(),
    acks: Array.from({ length: nodes }, () => new Reached()),
    counted: [],
    reignFrom: 0,
    upstream,
    placedUnder: upstream,
    joinedAt: 0,
    clock: { offsetUs: 0, driftPpm: 0, since: 0 },
    leftAt: -1,
    clockDiff: 0,
    readOnlySince: -1,
    barred: false,
    commander: 0,
    grants: [],
    chosenAt: -1,
    drain: null,
    extraFrom: -1,
    extraAt: -1,
    flushing: [],
    nextFlush: [],
    waiting: [],
    commitDue: 0,
    commitsTo: 0,
    parts: [],
  }
}

export function attachParts(kernel: Kernel, node: Node, machines: readonly string[] = PARTS): void {
  const s = kernel.world.settings.nodes[node.number]!
  for (const machine of machines)
    kernel.attach({ owner: node.id, id: machine, machine, place: node.number, peer: -1 }, node.parts, { s })
}

/** The watch of every monitor over a node, if there is a monitor. */
export function attachProbes(kernel: Kernel, { id, number }: Node): void {
  const { settings, monitors } = kernel.world
  if (!settings.monitor.present) return
  const spec = { id: `probe:${id}`, machine: 'probe', place: -1, peer: number } as const
  for (const { id: owner, parts } of monitors)
    kernel.attach({ ...spec, owner }, parts, { s: settings.monitor, peer: number })
}
