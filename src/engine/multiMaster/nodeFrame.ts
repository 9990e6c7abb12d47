/**
 * A master among masters as its card shows it. Its log is its own binlog in its own order; what it copies comes over
 * several channels, of which the card shows the one that fares worst.
 */
import type { Cell, NodeFrame } from '../frame/index.ts'
import { aheadOf } from '../measures/clock.ts'
import { partOf, stateOf } from '../measures/parts.ts'
import { newestCells, plainCell } from '../observe/newestCells.ts'
import { partFrames } from '../observe/partFrames.ts'
import { activeSince } from '../observe/since.ts'
import { placeOf } from '../settings/index.ts'
import type { Node, Part, World } from '../world/index.ts'
import { threadsOf } from './channels.ts'
import { mastersOf } from './naming.ts'
import { onlyHere } from './onlyHere.ts'

export function masterFrame(world: World, node: Node, cells: boolean): NodeFrame {
  const process = partOf(node, 'process')!
  const up = stateOf(node, 'process', ['up', 'down', 'recovering']) ?? 'down'
  const { scenario, nodes } = world.settings
  return {
    id: node.id,
    process: up,
    processSince: activeSince(process, up),
    role: 'master',
    roleSince: 0,
    epoch: node.epoch,
    epochSince: node.epochSince,
    upstream: null,
    placedUnder: null,
    joinedAt: node.joinedAt,
    dataCenter: placeOf(scenario, node.id) ?? null,
    promotion: 'neutral',
    leaseUntil: null,
    clockOffsetUs: aheadOf(world, node),
    cells: cells ? newestCells(node, (position) => cellAt(world, node, position)) : [],
    received: node.log.end,
    applied: node.applied.position,
    barred: false,
    purgedTo: node.purgedTo,
    delayUs: nodes[node.number]!.delayUs,
    onlyHere: onlyHere(world, node),
    receiver: receiverOf(world, node),
    ...applierOf(node),
    copy: null,
    lockedSince: null,
    lag: null,
    rewind: null,
    errant: null,
    extraFrom: null,
    chosenAt: null,
    parts: partFrames(node.parts),
  }
}

/** Numbered as at their origins: a position says nothing among several masters. */
function cellAt(world: World, node: Node, position: number): Cell {
  const entry = node.log.entryAt(position)
  const { ledger } = mastersOf(world)
  const fate = ledger.fateOf(world, entry)
  return {
    ...plainCell(world, node, position),
    number: world.entries.sequenceOf(entry),
    epoch: 1,
    ackedAt: [],
    fate: fate === 'discarded' ? 'discarded' : fate === 'lost' ? 'lost' : 'kept',
    fateAt: fate === 'discarded' || fate === 'lost' ? ledger.since(entry) : 0,
  }
}

/** The worst first. */
const CONNECTION = ['refused', 'stopped', 'waiting', 'connecting', 'streaming'] as const
const APPLIER = ['failed', 'stopped', 'delaying', 'applying', 'idle'] as const

function worst<S extends string>(
  parts: readonly Part[],
  states: readonly S[],
  prefix = '',
): { state: S; part: Part } | null {
  for (const state of states)
    for (const part of parts) if (part.program.matches(part.config, `${prefix}${state}`)) return { state, part }
  return null
}

function receiverOf(world: World, node: Node): NodeFrame['receiver'] {
  const found = worst(threadsOf(node, 'receiver'), CONNECTION, 'connection.')
  if (found === null) return { state: 'absent', since: 0, reason: '', peer: null }
  const { state, part } = found
  const reason = state === 'stopped' ? '' : String(part.context['reason'])
  return { state, since: activeSince(part, `connection.${state}`), reason, peer: world.nodes[part.peer]!.id }
}

function applierOf(node: Node): Pick<NodeFrame, 'applier' | 'applying' | 'heldUntil' | 'drain'> {
  const found = worst(threadsOf(node, 'channelApplier'), APPLIER)
  const nothing = { applying: null, heldUntil: null, drain: null }
  if (found === null) return { applier: { state: 'absent', since: 0 }, ...nothing }
  const { state, part } = found
  const { at, startedAt, endsAt, heldUntil } = part.context as Record<string, number>
  return {
    ...nothing,
    applier: { state, since: activeSince(part, state) },
    applying: state === 'applying' ? { from: at!, to: at!, startedAt: startedAt!, endsAt: endsAt! } : null,
    heldUntil: state === 'delaying' ? heldUntil! : null,
  }
}
