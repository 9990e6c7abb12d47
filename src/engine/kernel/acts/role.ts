/** What becoming master, making room for one, and being fenced mean for a node and for the history of the cluster. */

import type { Fact } from '../../fact.ts'
import { Reached } from '../../log/reached.ts'
import type { Word } from '../../machines/roleSetup.ts'
import { historyOf } from '../../measures/history.ts'
import { brokenWrites } from '../../measures/loss.ts'
import { belongs, members } from '../../measures/members.ts'
import { isUp, partOf } from '../../measures/parts.ts'
import type { Node, World } from '../../world/index.ts'
import { close } from '../connections.ts'
import type { Told } from '../event.ts'
import { tendHeartbeat } from '../heartbeats.ts'
import type { Kernel } from '../kernel.ts'
import { send } from '../network.ts'
import { tellAnew } from '../told.ts'
import { wakeReads } from '../wakeReads.ts'
import { type Acts, isIn, nodeOf } from './act.ts'

export const role: Acts = {
  appoint(kernel, part) {
    const node = nodeOf(kernel, part)
    reign(kernel.world, node)
    kernel.tell(partOf(node, 'commitGate')!, { type: 'OPEN' })
    beginLease(kernel, node)
    tendHeartbeat(kernel, node)
  },

  report(kernel, part, { word }: { word: Word }) {
    const node = nodeOf(kernel, part)
    if (word === 'drained') kernel.fact(node.id, 'drained', { to: node.applied.position })
    const receiver = node.parts.find(({ machine }) => machine === 'receiver')
    const commander = kernel.world.monitors[node.commander]!.id
    const events: Record<typeof word, Told> = {
      report: {
        type: 'REPORT',
        node: node.number,
        life: node.life,
        received: node.log.end,
        replicating: receiver !== undefined && isIn(receiver, 'connection.streaming'),
        upstream: node.upstream,
      },
      candidate: {
        type: 'CANDIDATE',
        node: node.number,
        life: node.life,
        received: node.log.end,
        upstream: node.upstream,
      },
      drained: { type: 'DRAINED', node: node.number },
      undrained: { type: 'UNDRAINED', node: node.number },
      quiet: { type: 'QUIET', node: node.number, end: node.log.end },
      'caught-up': { type: 'CAUGHT_UP', node: node.number },
      promoted: { type: 'PROMOTED', node: node.number, epoch: node.epoch },
      repointed: { type: 'REPOINTED', node: node.number },
    }
    send(kernel, {
      kind: 'answer',
      from: node.id,
      to: commander,
      part: `${commander}/failoverManager`,
      word,
      event: events[word],
    })
  },

  // At once, so that the position which the same step reports is final.
  stopReceiver(kernel, part) {
    const receiver = nodeOf(kernel, part).parts.find(({ machine }) => machine === 'receiver')
    if (receiver !== undefined) kernel.deliver(receiver, { type: 'STOP', reason: 'source-down' } as Told, kernel.cause)
  },

  resumeReceiver(kernel, part) {
    startReceiver(kernel, nodeOf(kernel, part), 'start')
  },

  repoint(kernel, part, { upstream, epoch, resume }: { upstream: number; epoch: number; resume: boolean }) {
    const node = nodeOf(kernel, part)
    setEpoch(kernel, node, epoch)
    // Changing its source empties a slave's relay log: it fetches again what the new one has of it.
    if (resume && kernel.world.settings.nodes[node.number]!.drain === 'skip') {
      dropRelay(kernel, node, true)
      kernel.tell(partOf(node, 'applier')!, { type: 'START' })
    }
    // Whoever was meant may have been taken out of service while the word was under way: then it stays where it is.
    if (node.upstream !== upstream && belongs(kernel.world.nodes[upstream]!)) copyFrom(kernel, node, upstream)
    else if (resume) startReceiver(kernel, node, 'start')
  },

  beginDrain(kernel, part) {
    const node = nodeOf(kernel, part)
    const from = node.applied.position + 1
    const to = node.log.end
    const count = to - from + 1
    node.chosenAt = kernel.now
    const { applyUs } = kernel.world.settings.nodes[node.number]!
    const { id } = kernel.fact(node.id, 'drain-started', { from, to, count, us: count * applyUs })
    node.drain = { from, to, startedAt: kernel.now, fact: id }
    kernel.tell(partOf(node, 'applier')!, { type: 'START' })
    if (count === 0) kernel.tell(part, { type: 'RELAY_EMPTY' })
  },

  endDrain(kernel, part) {
    nodeOf(kernel, part).drain = null
  },

  skipRelay(kernel, part) {
    const node = nodeOf(kernel, part)
    node.chosenAt = kernel.now
    dropRelay(kernel, node)
  },

  takeOver(kernel, part, { epoch }: { epoch: number }) {
    const node = nodeOf(kernel, part)
    const { world } = kernel
    dropReceiver(kernel, node)
    kernel.deliver(partOf(node, 'applier')!, { type: 'RETIRE' }, kernel.cause)
    node.upstream = -1
    node.returns = false
    node.chosenAt = kernel.now
    setEpoch(kernel, node, epoch)
    reign(world, node)
    world.epochs = [...world.epochs, { epoch, master: node.number, fork: node.log.end, beganAt: kernel.now }]
    kernel.fact(node.id, 'promoted', { epoch, from: node.log.end + 1 })
    kernel.tell(partOf(node, 'commitGate')!, { type: 'OPEN' })
    tendHeartbeat(kernel, node)
    breakPromises(kernel, brokenWrites(world))
    world.kit.calls.breakReads(kernel)
    tellAnew(world)
    wakeReads(kernel, node)
    for (const other of members(world)) {
      const outdated = forgetExtra(other, node)
      if (outdated || isIn(other.parts[1]!, 'fenced')) findExtra(kernel, other)
    }
  },

  fence(kernel, part, { epoch }: { epoch: number }) {
    const node = nodeOf(kernel, part)
    // A probe told it so; what made it happen is that the newer epoch began.
    const began = kernel.world.facts.milestones().find(({ kind, args }) => kind === 'promoted' && args.epoch === epoch)
    kernel.fact(node.id, 'fenced', { epoch: node.epoch, count: epoch }, began?.id ?? kernel.cause)
    const { cause } = kernel
    dropEverybody(kernel, node, cause)
    kernel.tell(partOf(node, 'lease')!, { type: 'RELEASE' })
    findExtra(kernel, node)
  },
}

/** Whatever is under way here ends without an answer: what is flushed stays in the log, the rest leaves no trace. */
export function dropEverybody(kernel: Kernel, node: Node, cause: number): void {
  node.flushing = []
  node.nextFlush = []
  node.waiting = []
  kernel.deliver(partOf(node, 'commitGate')!, { type: 'CLOSE' }, cause)
  kernel.deliver(partOf(node, 'binlog')!, { type: 'DIED' }, cause)
  for (const other of node.parts.slice()) {
    if (!['session', 'sender', 'heartbeatRow'].includes(other.machine)) continue
    kernel.deliver(other, { type: 'DIED' }, cause)
    close(kernel, other)
  }
}

/** What is received and not applied is gone. `old`: no news, because the new master has done the same. */
function dropRelay(kernel: Kernel, node: Node, old = false): void {
  const from = node.applied.position + 1
  const to = node.log.end
  kernel.deliver(partOf(node, 'applier')!, { type: 'RETIRE' }, kernel.cause)
  if (from > to) return
  node.log.truncate(from - 1)
  kernel.fact(node.id, 'relay-log-skipped', { from, to, count: to - from + 1 }, kernel.cause, false, old)
}

/** The first master begins with a lease, as if it had just been heard of. */
function beginLease(kernel: Kernel, node: Node): void {
  const { settings, monitors } = kernel.world
  if (!settings.nodes[node.number]!.leases) return
  const { leaseUs } = settings.monitor
  kernel.tell(partOf(node, 'lease')!, { type: 'GRANT', until: kernel.now + leaseUs })
  const leasedUntil = kernel.now + leaseUs + 1
  for (const { probes } of monitors) probes[node.number] = { ...probes[node.number]!, leasedUntil }
}

/** From here on its own entries count, and acknowledgements of them. */
function reign(world: World, node: Node): void {
  node.reignFrom = node.log.end + 1
  node.acks = world.nodes.map(() => new Reached())
  node.counted = []
  node.commitsTo = node.log.end
}

export function setEpoch(kernel: Kernel, node: Node, epoch: number): void {
  if (epoch <= node.epoch) return
  node.epoch = epoch
  node.epochSince = kernel.now
}

export function dropReceiver(kernel: Kernel, node: Node): void {
  const receiver = node.parts.find(({ machine }) => machine === 'receiver')
  if (receiver === undefined) return
  kernel.deliver(receiver, { type: 'STOP', reason: 'asked' } as Told, kernel.cause)
  kernel.detach(receiver, node.parts)
}

export function startReceiver(kernel: Kernel, node: Node, reason: string): void {
  const receiver = partOf(node, 'receiver')
  if (receiver !== undefined) kernel.tell(receiver, { type: 'START', reason })
}

/** A slave copies from another node from now on: at once if it runs and is nothing but a slave, else when it is again. */
export function copyFrom(kernel: Kernel, node: Node, upstream: number): void {
  kernel.fact(node.id, 'repointed', { peer: kernel.world.nodes[upstream]!.id })
  dropReceiver(kernel, node)
  node.upstream = upstream
  attachReceiver(kernel, node)
  if (node.copy !== null) kernel.world.kit.calls.resumeCopy(kernel, node)
  else if (isUp(node) && isIn(node.parts[1]!, 'slave')) startReceiver(kernel, node, 'repointed')
}

/** The I/O thread for whoever is upstream now. */
export function attachReceiver(kernel: Kernel, node: Node) {
  const id = `receiver:${kernel.world.nodes[node.upstream]!.id}`
  const s = kernel.world.settings.nodes[node.number]!
  const spec = { owner: node.id, id, machine: 'receiver', place: node.number, peer: node.upstream } as const
  return kernel.attach(spec, node.parts, { s, peer: node.upstream })
}

/**
 * Writes down which promises the newest epoch has broken. `late`: an OK of a deposed master came after the epoch began;
 * there may be hundreds of these, and only the first of an epoch is news.
 */
export function breakPromises(kernel: Kernel, list: number[], late = false): void {
  if (list.length === 0) return
  const { world } = kernel
  for (const write of list) world.writes.lostAt.set(write - 1, kernel.now)
  const lost = [...world.lost, ...list.map((write) => ({ write, lostAt: kernel.now }))]
  world.lost = lost.sort((a, b) => a.write - b.write)
  const { epoch } = world.epochs[world.epochs.length - 1]!
  const args = { list, count: list.length, epoch }
  const isLate = (fact: Fact): boolean => fact.args.epoch === epoch && fact.args.reason === 'late'
  const old = late && world.facts.milestones().some(isLate)
  kernel.fact('run', 'writes-lost', late ? { ...args, reason: 'late' } : args, kernel.cause, true, old)
}

/** Takes the mark off a node's extra entries if it speaks of another history than this new master's. */
function forgetExtra(node: Node, master: Node): boolean {
  if (node.extraFrom < 0 || node.extraFrom === node.log.commonWith(master.log) + 1) return false
  node.extraFrom = -1
  node.extraAt = -1
  return true
}

/** Compares a node's log with the surviving history, and marks what lies beyond the last common entry. */
export function findExtra(kernel: Kernel, node: Node): void {
  const history = historyOf(kernel.world)
  if (history === node.log || node.extraFrom > 0) return
  const from = node.log.commonWith(history) + 1
  if (from > node.log.end) return
  node.extraFrom = from
  node.extraAt = kernel.now
  kernel.fact(node.id, 'extra-entries-found', { from, to: node.log.end, count: node.log.end - from + 1 })
}
