/**
 * A master among masters as its card shows it. Its log is its own binlog in its own order; what it copies comes over
 * several channels, of which the card shows the one that fares worst.
 */
import type { Cell, NodeFrame } from '../frame/index.ts'
import { aheadOf } from '../measures/clock.ts'
import { partOf, stateOf } from '../measures/parts.ts'
import { partFrames } from '../observe/partFrames.ts'
import { activeSince } from '../observe/since.ts'
import { placeOf } from '../settings/index.ts'
import type { Node, Part, World } from '../world/index.ts'
import { OK } from '../writes.ts'
import { threadsOf } from './channels.ts'
import { mastersOf } from './naming.ts'
import { onlyHere } from './onlyHere.ts'

export function masterFrame(world: World, node: Node): NodeFrame {
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
    cells: cellsOf(world, node),
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

/** Cells shown of a log. */
const WINDOW = 32

function cellsOf(world: World, node: Node): Cell[] {
  const cells: Cell[] = []
  for (let position = Math.max(1, node.log.end - WINDOW + 1); position <= node.log.end; position++)
    cells.push(cellAt(world, node, position))
  return cells
}

function cellAt(world: World, node: Node, position: number): Cell {
  const { entries, writes } = world
  const entry = node.log.entryAt(position)
  const write = entries.writeOf(entry)
  const toldOk = write > 0 && writes.outcome.get(write - 1) === OK
  const { ledger } = mastersOf(world)
  const fate = ledger.fateOf(world, entry)
  return {
    position,
    number: entries.sequenceOf(entry),
    epoch: 1,
    origin: world.nodes[entries.originOf(entry)]!.id,
    write,
    key: entries.keyName(entry),
    value: entries.valueOf(entry),
    loggedAt: entries.bornAtOf(entry),
    receivedAt: node.log.loggedAt(position) ?? 0,
    appliedAt: node.applied.at(position),
    okAt: toldOk ? writes.settledAt.get(write - 1) : null,
    ackedAt: [],
    fate: fate === 'discarded' ? 'discarded' : fate === 'lost' ? 'lost' : 'kept',
    fateAt: fate === 'discarded' || fate === 'lost' ? ledger.since(entry) : 0,
    heartbeat: false,
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
