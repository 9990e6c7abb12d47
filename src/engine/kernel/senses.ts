/**
 * What a machine can see when it hears something: the time, the cause, and the few figures of its own participant
 * that its decisions hang on. Logs and queues stay where they are; a machine gets numbers, never the world.
 */
import type { MachineEvent } from '../machines/compile/index.ts'
import { aheadOf, wallOf } from '../measures/clock.ts'
import { toTakeBack } from '../measures/errant.ts'
import { newestEpoch } from '../measures/history.ts'
import { members } from '../measures/members.ts'
import type { Senses } from '../packs/pack.ts'
import { suffices } from '../policies/acknowledge.ts'
import type { Node, Part, World } from '../world/index.ts'
import { gap } from './gap.ts'
import { gateSight } from './gateSight.ts'
import { granted, isShared, leaseOf } from './grants.ts'
import type { Kernel } from './kernel.ts'
import { monitorNamed } from './monitors.ts'
import { lastLease, orphansOf, properUpstream } from './monitorView.ts'
import { senderSight } from './senderSight.ts'
import type { Sense } from './sense.ts'

type Answer = Parameters<typeof properUpstream>[2]

const nodeOf = (kernel: Kernel, part: Part): Node => kernel.world.nodes[part.place]!

export const senses: Senses = {
  role({ now, cause, world }, part, event) {
    const node = world.nodes[part.place]!
    const { epoch: own, applied, log } = node
    const at = applied.position
    const back = event.type === 'REWIND' ? toTakeBack(world, node) : 0
    let until = event['until'] ?? 0
    if (event.type === 'WRITABLE' && isShared(world, node)) until = leaseOf(node)
    if (event.type === 'CHOSEN' && isShared(world, node)) until = grantedBy(world, node, event)
    const sight = { until, own, applied: at, undrained: at < log.end, busy: busySessions(node), back }
    return { ...event, now, cause, ...sight, newest: newestEpoch(world).epoch, led: node.upstream < 0 } as MachineEvent
  },

  binlog(kernel, part, { type }) {
    return { type, now: kernel.now, cause: kernel.cause, ready: nodeOf(kernel, part).nextFlush.length } as MachineEvent
  },

  session(kernel, part, { type, write, from, to, key, leader, token, patienceUs }) {
    const { now, cause } = kernel
    const node = nodeOf(kernel, part)
    const takes = type === 'WRITE' ? takesWrites(node) : type === 'READ' ? takesReads(node, leader === true) : ''
    const s = kernel.world.settings.nodes[node.number]!
    let commitUs = 0
    if (type === 'PASSED' || type === 'FLUSHED') commitUs = Math.max(s.commitUs, node.commitDue - now)
    const first = type === 'FLUSHED' && s.commitsFirst && node.commitsTo === (from as number) - 1
    const asked = (type === 'READ' ? token : type === 'APPLIED' ? part.context['token'] : 0) as number
    const there = isThere(kernel.world, node, asked)
    const read = { key, token, patienceUs, there }
    return { type, now, cause, write, from, to, ...read, takes, commitUs, first } as MachineEvent
  },

  heartbeatRow(kernel, part, { type, from, to }) {
    const { now, cause } = kernel
    const node = nodeOf(kernel, part)
    const s = kernel.world.settings.nodes[node.number]!
    let commitUs = 0
    if (type === 'PASSED' || type === 'FLUSHED') commitUs = Math.max(s.commitUs, node.commitDue - now)
    const first = type === 'FLUSHED' && s.commitsFirst && node.commitsTo === (from as number) - 1
    const takes = takesWrites(node) === 'yes'
    return { type, now, cause, from, to, commitUs, first, takes } as MachineEvent
  },

  commitGate(kernel, part, { type, from, to, slave, means, end, applied }) {
    const { now, cause, world } = kernel
    const node = nodeOf(kernel, part)
    const { ackApplied } = world.settings.nodes[node.number]!
    // A slave that subscribes says both; what is asked for counts.
    const upTo = means === 'joined' ? (ackApplied ? applied : end) : to
    const says = type === 'ACK' && suffices(means as string, ackApplied)
    const sight = gateSight(world, node, says ? (slave as number) : -1, upTo as number)
    return { type, now, cause, from, to: upTo, slave, means, ...sight } as MachineEvent
  },

  sender(kernel, part, { type, end, applied, epoch }) {
    const { now, cause, world } = kernel
    const node = nodeOf(kernel, part)
    const slave = world.nodes[part.peer]!
    const next = part.context['next'] as number
    const sight = senderSight(world, node, slave, type, end as number, next, kernel.way(node.id, slave.id))
    return { type, now, cause, end, applied, epoch, ...sight } as MachineEvent
  },

  receiver(kernel, part, { type, reason, from, to, term, us }) {
    const { now, cause } = kernel
    const node = nodeOf(kernel, part)
    return { type, now, cause, reason, from, to, term, us, logEnd: node.log.end, own: node.epoch } as MachineEvent
  },

  applier(kernel, part, { type }) {
    const { now, cause } = kernel
    const node = nodeOf(kernel, part)
    const busy = part.program.matches(part.config, 'applying')
    const next = (busy && type !== 'STOP' ? (part.context['to'] as number) : node.applied.position) + 1
    const there = next <= node.log.end
    const nextTo = there ? node.log.transactionAt(next, kernel.world.entries).to : 0
    const holdUs = there ? holdUsOf(kernel.world, node, next, nextTo) : 0
    const locked = node.lockedAt >= 0
    return { type, now, cause, nextFrom: there ? next : 0, nextTo, holdUs, locked } as MachineEvent
  },

  failoverManager({ now, cause, world }, part, event) {
    const { type } = event
    const monitor = monitorNamed(world, part.owner)
    const others = members(world).length - 1
    const { tends } = monitor
    const orphans = tends && type === 'MISSED' ? orphansOf(world, monitor, event['node'] as number).length : 0
    const known = part.context as { master: number; epoch: number }
    const proper = tends && type === 'ANSWERED' ? properUpstream(monitor, known, event as unknown as Answer) : -1
    const until = lastLease(monitor)
    return { ...event, now, cause, others, orphans, proper, tends, leaseUs: Math.max(0, until - now) } as MachineEvent
  },

  // What each monitor would let it do: it may write as long as a majority of them lets it.
  process({ now, cause, world }, part, event) {
    if (event.type !== 'PROBE') return { ...event, now, cause } as MachineEvent
    const node = world.nodes[part.place]!
    return { ...event, until: grantedBy(world, node, event), now, cause } as MachineEvent
  },

  connection({ now, cause }, _part, { type, write, ok, reason, from, to, epoch }) {
    return { type, now, cause, write, ok, reason, from, to, epoch } as MachineEvent
  },

  stream(kernel, part, { type }) {
    const { now, cause } = kernel
    const drawn = type.startsWith('xstate.after')
    const gapUs = drawn ? gap(kernel, part) : kernel.world.settings.clients[part.place]!.gapUs
    return { type, now, cause, gapUs } as MachineEvent
  },
}

const grantedBy = (world: World, node: Node, event: Parameters<Sense>[2]): number =>
  granted(world, node, event['monitor'] as number, event['until'] as number)

/**
 * How long a delayed slave holds a transaction yet. Its age is counted from the commit at the immediate upstream, whose
 * time stamp is compared with the own clock, as MySQL does: clocks that differ shift the delay. One that is to take over
 * holds nothing.
 */
function holdUsOf(world: World, node: Node, from: number, to: number): number {
  const { delayUs } = world.settings.nodes[node.number]!
  const upstream = world.nodes[node.upstream]
  if (delayUs === 0 || node.drain !== null || upstream === undefined) return 0
  const entry = node.log.entryAt(from)
  const born = world.entries.bornAtOf(entry)
  const committed = world.entries.originOf(entry) === upstream.number ? born : (upstream.applied.at(to) ?? born)
  const stamp = committed + aheadOf(world, upstream)
  return Math.max(0, stamp + delayUs - wallOf(world, node))
}

/** Transactions that have begun here and not ended: of sessions, and rows of the node's own. */
function busySessions({ parts, flushing, nextFlush, waiting }: Node): number {
  let busy = flushing.length + nextFlush.length + waiting.length
  for (const { machine, program, config } of parts) {
    if (machine === 'session' && WRITING.some((state) => program.matches(config, state))) busy++
    if (machine === 'heartbeatRow' && program.matches(config, 'committing')) busy++
  }
  return busy
}
const WRITING = ['executing', 'writing', 'flushing', 'waiting', 'committing']

/** May a write start here, and if not, why? */
function takesWrites(node: Node): string {
  const role = node.parts[1]!
  if (role.program.matches(role.config, 'master')) return 'yes'
  if (role.program.matches(role.config, 'readOnly')) return 'read-only'
  return role.program.matches(role.config, 'fenced') ? 'fenced' : 'not-master'
}

/** May a read start here, and if not, why? One for the leader only there; a slave answers with what it has. */
function takesReads(node: Node, leader: boolean): string {
  const { program, config } = node.parts[1]!
  if (program.matches(config, 'fenced')) return 'fenced'
  if (program.matches(config, 'rewinding')) return 'rewinding'
  // It has thrown its data away, and the new ones are not there yet.
  if (node.copy !== null) return 'copying'
  return !leader || node.upstream < 0 ? 'yes' : 'not-master'
}

/**
 * Is an entry applied here? A master that does not know it will never have it: nobody has to wait for that. Unless it
 * was born in a newer epoch than its own: then it is this one that is no master any more, and has not heard so.
 */
function isThere({ entries }: World, node: Node, entry: number): boolean {
  if (entry === 0) return true
  const position = node.log.positionOf(entry)
  if (position > 0) return position <= node.applied.position
  return takesWrites(node) === 'yes' && entries.epochOf(entry) <= node.epoch
}
