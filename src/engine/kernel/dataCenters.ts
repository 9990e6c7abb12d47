/**
 * A whole data centre loses its network: every link between those who stand in it and everybody else is cut in the same
 * instant, and later healed. Inside, and outside, all goes on. Who stands nowhere is outside.
 */
import { placeOf } from '../settings/index.ts'
import type { Link, World } from '../world/index.ts'
import type { Kernel } from './kernel.ts'
import { cut, heal } from './network.ts'

export function cutOff(kernel: Kernel, id: string): void {
  turn(kernel, id, true, 'data-center-cut', (link) => {
    if (link.state !== 'cut') cut(kernel, link, true)
  })
}

export function joinAgain(kernel: Kernel, id: string): void {
  turn(kernel, id, false, 'data-center-healed', (link) => {
    if (link.state !== 'up' && !isSevered(kernel.world, link)) heal(kernel, link, true)
  })
  // Several masters have no address that clients could be told.
  if (kernel.world.multi !== null) return
  // Clients inside learn now what they could not be told.
  const to = kernel.world.router.context['to'] as number
  if (
    kernel.world.clients.some(
      (client) => client.target !== to && placeOf(kernel.world.settings.scenario, client.id) === id,
    )
  )
    kernel.tell(kernel.world.router, { type: 'REROUTE', to })
}

/** A node that joins while its data centre, or another, is cut off. */
export function severCutPlaces(world: World, id: string): void {
  for (const link of world.links) if ((link.a === id || link.b === id) && isSevered(world, link)) link.state = 'cut'
}

function turn(
  kernel: Kernel,
  id: string,
  isCut: boolean,
  kind: 'data-center-cut' | 'data-center-healed',
  each: (link: Link) => void,
): void {
  const { world, now } = kernel
  if (!world.dataCenters.some((place) => place.id === id && place.cut !== isCut)) return
  world.dataCenters = world.dataCenters.map((place) => (place.id === id ? { id, cut: isCut, since: now } : place))
  const links = world.links.filter((link) => crosses(world, link, id))
  kernel.fact('run', kind, { reason: id, count: links.length })
  const { cause } = kernel
  for (const link of links) {
    kernel.cause = cause
    each(link)
  }
  kernel.cause = cause
}

/** Does it lead out of this data centre? */
function crosses({ settings }: World, { a, b }: Link, id: string): boolean {
  const { scenario } = settings
  return (placeOf(scenario, a) === id) !== (placeOf(scenario, b) === id)
}

const isSevered = (world: World, link: Link): boolean =>
  world.dataCenters.some(({ id, cut: isCut }) => isCut && crosses(world, link, id))
