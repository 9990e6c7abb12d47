/**
 * A setting is changed while everything runs. All machines work under the new one from this instant on, and those whose
 * rules it is look again at what they hold: nobody goes on waiting, or goes ahead, by a rule that is no longer there.
 */
import { aheadOf, clockFrom } from '../measures/clock.ts'
import { members } from '../measures/members.ts'
import { APPLIERS, partOf } from '../measures/parts.ts'
import { changed, distance, type Settings, settingsOf } from '../settings/index.ts'
import type { Part } from '../world/index.ts'
import { reviewGates } from './acts/gate.ts'
import { acknowledgeAnew } from './acts/replication.ts'
import { tendHeartbeat } from './heartbeats.ts'
import type { Kernel } from './kernel.ts'
import { rhythmOf, swapLoop } from './loop.ts'
import { expire } from './retention.ts'

export function setTo(kernel: Kernel, path: string, value: number | string): void {
  const { world } = kernel
  const before = world.settings
  const settings = settingsOf(changed(world.settings.scenario, path, value), world.settings)
  world.settings = settings
  const [group, name] = path.split('.')
  const at = group === 'nodes' || group === 'clients' ? name! : 'run'
  kernel.fact(at, 'setting-changed', typeof value === 'number' ? { path, value } : { path, reason: value })
  for (const part of world.parts) {
    if (!part.attached || part.context['s'] === undefined) continue
    const s = settingsFor(settings, kernel, part)
    part.context = { ...part.context, s }
  }
  for (const link of world.links) Object.assign(link, distance(settings.scenario, link.a, link.b, link.kind))
  setClock(kernel, path)
  if (group === 'replication') changeRules(kernel, before)
  if (group === 'failover' || path.endsWith('.promotion')) changeWatch(kernel, before)
  tendNodes(kernel, before)
  if (world.multi !== null) world.kit.calls.reviewMasters(kernel, before)
  for (const client of world.clients) {
    if (rhythmOf(settings.clients[client.number]!) !== rhythmOf(before.clients[client.number]!))
      swapLoop(kernel, client)
    else kernel.tell(client.parts[0]!, { type: 'REVIEW' })
  }
}

/** Setting an offset is a step of that clock; setting the drift bends it from now on. */
function setClock(kernel: Kernel, path: string): void {
  const { world, now } = kernel
  const [group, name, field] = path.split('.')
  const node = group === 'nodes' ? kernel.node(name!) : undefined
  if (node === undefined || (field !== 'clockOffsetMs' && field !== 'clockDriftPpm')) return
  const { clockDriftPpm } = world.settings.scenario.nodes.find(({ id }) => id === name)!
  const offset = field === 'clockOffsetMs' ? world.settings.nodes[node.number]!.clockOffsetUs : aheadOf(world, node)
  node.clock = clockFrom(now, offset, clockDriftPpm)
}

function settingsFor(settings: Settings, kernel: Kernel, part: Part): object {
  if (part.place < 0) return settings.monitor
  return kernel.node(part.owner) === undefined ? settings.clients[part.place]! : settings.nodes[part.place]!
}

/** What nodes hold, keep and write on purpose. */
function tendNodes(kernel: Kernel, before: Settings): void {
  const { nodes } = kernel.world.settings
  const clocksMoved = nodes.some(({ clockOffsetUs }, at) => clockOffsetUs !== before.nodes[at]!.clockOffsetUs)
  for (const node of members(kernel.world)) {
    const old = before.nodes[node.number]!
    const { delayUs, retainEntries, heartbeatRowUs } = nodes[node.number]!
    if (delayUs !== old.delayUs || (clocksMoved && delayUs > 0))
      for (const part of node.parts)
        if (APPLIERS.includes(part.machine)) kernel.deliver(part, { type: 'REVIEW' }, kernel.cause)
    if (retainEntries !== old.retainEntries) expire(kernel, node)
    if (heartbeatRowUs !== old.heartbeatRowUs) tendHeartbeat(kernel, node)
  }
}

/** The monitor looks again at what it may do; a lease that nobody gives any more ends with that. */
function changeWatch(kernel: Kernel, before: Settings): void {
  for (const { id } of kernel.world.monitors)
    for (const machine of ['failoverManager', 'voter']) {
      const part = kernel.part(`${id}/${machine}`)
      if (part !== undefined) kernel.tell(part, { type: 'REVIEW' })
    }
  const { fence } = kernel.world.settings.monitor
  if (before.monitor.fence !== 'lease' || fence === 'lease') return
  for (const node of kernel.world.nodes) {
    const lease = partOf(node, 'lease')
    if (lease !== undefined) kernel.tell(lease, { type: 'RELEASE' })
  }
}

/** What was acknowledged as received says nothing about what has been applied. */
function changeRules(kernel: Kernel, before: Settings): void {
  const { mode, ack } = kernel.world.settings.scenario.replication
  const old = before.scenario.replication
  if (ack === 'applied' && old.ack === 'received') for (const node of kernel.world.nodes) node.counted = []
  reviewGates(kernel)
  if (mode !== old.mode || ack !== old.ack) acknowledgeAnew(kernel)
}
