/** Several masters at time 0: all are up and take writes, and each is about to connect to whom it copies from. */

import type { Kernel } from '../kernel/kernel.ts'
import { attachParts } from '../kernel/makeNode.ts'
import { holders } from '../measures/members.ts'
import type { World } from '../world/index.ts'
import { tendChannels } from './channels.ts'
import { MultiMaster } from './multiMaster.ts'
import { mastersOf, rowName } from './naming.ts'

/** In the order in which a death reaches them; channels follow. */
const PARTS = ['process', 'role', 'binlog', 'commitGate', 'collector', 'repairer'] as const

export function makeMasters(world: World): MultiMaster {
  const { nodes, clients, settings, entries } = world
  entries.rowName = (key) => rowName(world, key)
  const homes = settings.multiMaster!.clients
  const open = holders(world)
  let spread = 0
  for (const client of clients) {
    const home = nodes.findIndex(({ id }) => id === homes[client.number]!.node)
    client.target = home >= 0 ? home : open[spread++ % open.length]!.number
  }
  const multi = new MultiMaster(nodes.length, clients.length)
  multi.regions = world.kit.calls.makeRegions(world)
  return multi
}

export function startMasters(kernel: Kernel): void {
  const { nodes } = kernel.world
  for (const node of nodes) attachParts(kernel, node, PARTS)
  for (const node of nodes) {
    kernel.deliver(node.parts[1]!, { type: 'APPOINT' }, 0)
    tendChannels(kernel, node)
  }
  mastersOf(kernel.world).regions?.doors.start(kernel)
}
