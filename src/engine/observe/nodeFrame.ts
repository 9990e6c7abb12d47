import type { NodeFrame } from '../frame/index.ts'
import { aheadOf } from '../measures/clock.ts'
import { doneAt } from '../measures/copied.ts'
import { errantSet } from '../measures/errant.ts'
import { heldOnlyHere } from '../measures/loss.ts'
import { partOf, stateOf } from '../measures/parts.ts'
import { placeOf } from '../settings/index.ts'
import type { Node, Part, World } from '../world/index.ts'
import { cellsOf } from './cells.ts'
import type { Observers } from './observers.ts'
import { partFrames } from './partFrames.ts'
import { activeSince } from './since.ts'

/** One node as its card, its strips and its inspector show it. */
export function nodeFrame(world: World, node: Node, observers: Observers, cells: boolean): NodeFrame {
  const process = partOf(node, 'process')!
  const up = stateOf(node, 'process', PROCESS) ?? 'down'
  return {
    id: node.id,
    process: up,
    processSince: activeSince(process, up),
    ...roleOf(world, node),
    epoch: node.epoch,
    epochSince: node.epochSince,
    upstream: nameOf(world, node.upstream),
    placedUnder: nameOf(world, node.placedUnder),
    joinedAt: node.joinedAt,
    dataCenter: placeOf(world.settings.scenario, node.id) ?? null,
    promotion: world.settings.scenario.nodes.find(({ id }) => id === node.id)?.promotion ?? 'neutral',
    leaseUntil: leaseOf(node),
    clockOffsetUs: aheadOf(world, node),
    cells: cells ? cellsOf(world, node) : [],
    received: node.log.end,
    applied: node.applied.position,
    barred: node.barred,
    purgedTo: node.purgedTo,
    delayUs: world.settings.nodes[node.number]!.delayUs,
    onlyHere: heldOnlyHere(world, node),
    receiver: receiverOf(world, node),
    ...applierOf(world, node),
    copy: copyOf(world, node),
    lockedSince: node.lockedAt < 0 ? null : node.lockedAt,
    lag: observers.lag(world, node.number),
    rewind: rewindOf(node),
    errant: errantOf(world, node),
    extraFrom: node.extraFrom < 0 ? null : node.extraFrom,
    chosenAt: node.chosenAt < 0 ? null : node.chosenAt,
    parts: partFrames(node.parts),
  }
}

const PROCESS = ['up', 'down', 'recovering'] as const
const ROLES = [
  'master',
  'slave.catchingUp',
  'slave',
  'candidate',
  'drain',
  'promote',
  'fenced',
  'readOnly',
  'rewinding',
] as const
const CARD: Partial<Record<(typeof ROLES)[number], NodeFrame['role']>> = {
  drain: 'draining',
  promote: 'promoting',
  readOnly: 'read-only',
  // Named to take over from a master that makes room.
  'slave.catchingUp': 'candidate',
}
const CONNECTION = ['stopped', 'connecting', 'streaming', 'waiting', 'refused', 'copying'] as const
const APPLIER = ['off', 'stopped', 'idle', 'delaying', 'applying', 'blocked'] as const

export const nameOf = (world: World, number: number): string | null => world.nodes[number]?.id ?? null

/** The machine calls every slave a candidate that was asked how far it is; the card only the one that was chosen. */
function roleOf(world: World, node: Node): Pick<NodeFrame, 'role' | 'roleSince'> {
  const part = partOf(node, 'role')!
  const state = stateOf(node, 'role', ROLES) ?? 'slave'
  if (state === 'candidate' && world.monitor.choice?.chosen !== node.number)
    return { role: 'slave', roleSince: activeSince(part, 'slave') }
  const role = CARD[state] ?? (state as NodeFrame['role'])
  return { role, roleSince: activeSince(part, state) }
}

function rewindOf({ rewind }: Node): NodeFrame['rewind'] {
  if (rewind === null) return null
  const { from, to, startedAt, endsAt } = rewind
  return { from, to, startedAt, endsAt }
}

function errantOf(world: World, node: Node): NodeFrame['errant'] {
  const set = errantSet(world, node)
  return set.size === 0 ? null : { set: set.toString(), count: set.size }
}

/** Of a master. */
function leaseOf(node: Node): number | null {
  if (stateOf(node, 'role', ['master']) === undefined || stateOf(node, 'lease', ['held']) === undefined) return null
  return Number(partOf(node, 'lease')!.context['until'])
}

function receiverOf(world: World, node: Node): NodeFrame['receiver'] {
  const part = partOf(node, 'receiver')
  const state = stateOf(node, 'receiver', RECEIVER)
  if (!part || !state) return { state: 'absent', since: 0, reason: '', peer: null }
  const word = CONNECTION[RECEIVER.indexOf(state)]!
  const { peer, reason } = part.context
  const why = word === 'stopped' || word === 'copying' ? '' : String(reason)
  return { state: word, since: activeSince(part, state), reason: why, peer: nameOf(world, Number(peer)) }
}
const RECEIVER = CONNECTION.map((state) => `connection.${state}`)

function applierOf(world: World, node: Node): Pick<NodeFrame, 'applier' | 'applying' | 'heldUntil' | 'drain'> {
  const part = partOf(node, 'applier')
  const state = stateOf(node, 'applier', APPLIER)
  const nothing = { applying: null, heldUntil: null, drain: null }
  if (!part || !state || state === 'off') return { applier: { state: 'absent', since: 0 }, ...nothing }
  const applying = state === 'applying' ? workOf(part) : null
  const heldUntil = state === 'delaying' ? Number(part.context['heldUntil']) : null
  const applier = { state, since: activeSince(part, state) }
  return { applier, applying, heldUntil, drain: drainOf(world, node, applying) }
}

function copyOf(world: World, { copy }: Node): NodeFrame['copy'] {
  if (copy === null) return null
  const { from, bytes, startedAt, endsAt } = copy
  const done = doneAt(copy, world.time) / MEGABYTE
  const megabytes = bytes / MEGABYTE
  return { from: nameOf(world, from)!, megabytes, done, startedAt, endsAt: endsAt < 0 ? null : endsAt }
}
const MEGABYTE = 1_000_000

function workOf({ context }: Part): NonNullable<NodeFrame['applying']> {
  const { from, to, startedAt, endsAt } = context
  return { from: Number(from), to: Number(to), startedAt: Number(startedAt), endsAt: Number(endsAt) }
}

function drainOf(world: World, node: Node, applying: NodeFrame['applying']): NodeFrame['drain'] {
  if (!node.drain) return null
  const { from, to, startedAt } = node.drain
  const { applyUs } = world.settings.nodes[node.number]!
  const left = Math.max(0, to - node.applied.position)
  const endsAt = applying ? applying.endsAt + Math.max(0, to - applying.to) * applyUs : world.time + left * applyUs
  return { total: to - from + 1, left, startedAt, endsAt }
}
