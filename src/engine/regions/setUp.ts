/** Regions at time 0: three replicas in each, the one in zone a leads. */
import type { Kernel } from '../kernel/kernel.ts'
import type { World } from '../world/index.ts'
import { makeAgreement } from './agreement/mrsc.ts'
import { regionFrame, zoneMessages } from './frame.ts'
import { setReplica, ZONES } from './group.ts'
import { flushed, rowChanged, takeItem } from './quorum.ts'
import { answerRead, takes } from './reads.ts'
import { Regions } from './regions.ts'
import { replicaAt } from './zones.ts'

export function makeRegions(world: World): Regions | null {
  if (world.settings.regions === null) return null
  const regions: Regions = new Regions(world.nodes.length, world.clients.length, {
    start,
    flushed,
    takeItem,
    taken: (node, peer) =>
      regions.groups[node.number]!.open.filter(({ of }) => of.is === 'item' && of.peer === peer).length,
    isLed: ({ number }) => regions.groups[number]!.leader >= 0,
    takes,
    answerRead,
    answeredBy: (client) => ZONES[regions.answered[client]!] ?? 'a',
    rowChanged,
    recover(kernel, node) {
      const group = regions.groups[node.number]!
      for (const zone of ZONES.keys()) {
        setReplica(group, zone, { readsFrom: group.decided })
        kernel.tell(replicaAt(node, zone), { type: 'RETURN' })
      }
    },
    frame: regionFrame,
    messages: zoneMessages,
  })
  if (world.settings.regions.kind === 'mrsc') regions.agreement = makeAgreement()
  return regions
}

function start(kernel: Kernel): void {
  const { nodes, settings } = kernel.world
  for (const node of nodes)
    ZONES.forEach((zone, place) => {
      const spec = {
        owner: node.id,
        id: `replica:${zone}`,
        machine: 'replica',
        place: node.number,
        peer: place,
      } as const
      kernel.attach(spec, node.parts, { s: settings.nodes[node.number]! })
    })
  for (const node of nodes)
    for (const zone of ZONES.keys())
      kernel.deliver(replicaAt(node, zone), { type: 'START', leads: zone === 0 } as never, 0)
  kernel.world.multi!.regions!.agreement?.start(kernel)
}
