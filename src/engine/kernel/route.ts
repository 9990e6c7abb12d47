/**
 * Whom a client asks for a row: its policy chooses among the slaves that it may ask. It knows them as a driver or a
 * proxy does: who belongs, without those that the monitor finds gone or deposed, and, if there is another, without the
 * one that failed it just now.
 */
import { members } from '../measures/members.ts'
import { routed } from '../policies/route.ts'
import type { Client, World } from '../world/index.ts'
import type { Kernel } from './kernel.ts'

/** Returns the node's number. */
export function route({ world, now }: Kernel, client: Client): number {
  const s = world.settings.clients[client.number]!
  const all = slavesOf(world, client)
  const others = all.filter((number) => number !== client.avoids)
  const { last } = client
  const node = routed({
    route: s.route,
    leader: client.target,
    slaves: others.length > 0 ? others : all,
    nearest: nearest(world, client),
    sticksTo: client.sticksTo,
    sinceOwnWriteUs: last === null || last.outcome === 'error' ? -1 : now - last.at,
    windowUs: s.routeWindowUs,
    below: (n) => world.chance.below(`client:${client.id}:route`, n),
  })
  if (s.route === 'sticky') client.sticksTo = node === client.target ? -1 : node
  return node
}

/** A node where it stands, the leader before others; -1 = none that it may ask. */
function nearest(world: World, client: Client): number {
  const { nodes, clients } = world.settings.scenario
  const { dataCenter } = clients[client.number]!
  if (dataCenter === undefined) return -1
  const here = (number: number) => nodes.find(({ id }) => id === world.nodes[number]!.id)?.dataCenter === dataCenter
  return [client.target, ...slavesOf(world, client)].find((number) => here(number) && number !== client.avoids) ?? -1
}

function slavesOf(world: World, client: Client): number[] {
  const { present, misses } = world.settings.monitor
  return members(world)
    .filter(({ number }) => {
      if (number === client.target) return false
      const probe = present ? world.monitor.probes[number] : undefined
      return probe === undefined || (probe.missed < misses && !OUT_OF_SERVICE.includes(probe.role))
    })
    .map(({ number }) => number)
}

const OUT_OF_SERVICE: readonly string[] = ['fenced', 'rewinding']
