/**
 * A setting is changed while everything runs. All machines work under the new one from this instant on, and those whose
 * rules it is look again at what they hold: nobody goes on waiting, or goes ahead, by a rule that is no longer there.
 */
import { changed, distance, type Settings, settingsOf } from '../settings.ts'
import type { Part } from '../world.ts'
import { reviewGates } from './acts/gate.ts'
import { acknowledgeAnew } from './acts/replication.ts'
import type { Kernel } from './kernel.ts'
import { swapLoop } from './loop.ts'

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
  if (group === 'replication') changeRules(kernel, before)
  for (const client of world.clients) {
    if (settings.clients[client.number]!.kind !== before.clients[client.number]!.kind) swapLoop(kernel, client)
    else kernel.tell(client.parts[0]!, { type: 'REVIEW' })
  }
}

function settingsFor(settings: Settings, kernel: Kernel, part: Part): object {
  if (part.place < 0) return settings.monitor
  return kernel.node(part.owner) === undefined ? settings.clients[part.place]! : settings.nodes[part.place]!
}

/** What was acknowledged as received says nothing about what has been applied. */
function changeRules(kernel: Kernel, before: Settings): void {
  const { mode, ack } = kernel.world.settings.scenario.replication
  const old = before.scenario.replication
  if (ack === 'applied' && old.ack === 'received') for (const node of kernel.world.nodes) node.counted = []
  reviewGates(kernel)
  if (mode !== old.mode || ack !== old.ack) acknowledgeAnew(kernel)
}
