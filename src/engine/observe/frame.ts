import type { Fact } from '../fact.ts'
import type { Frame } from '../frame/index.ts'
import { REMEMBERED } from '../kernel/packedFacts.ts'
import { newestEpoch, survives } from '../measures/history.ts'
import { members } from '../measures/members.ts'
import type { MastersPart } from '../packs/pack.ts'
import { placeOf } from '../settings/index.ts'
import type { World } from '../world/index.ts'
import { clientFrame } from './clientFrame.ts'
import { lostWrites } from './lostWrites.ts'
import { modeFrame } from './modeFrame.ts'
import { monitorFrames } from './monitorFrame.ts'
import { nodeFrame } from './nodeFrame.ts'
import type { Observers } from './observers.ts'
import { linkFrames, messageFrames } from './wires.ts'

/**
 * Takes the picture of an instant. It is taken for every animation frame, so it looks only at the ends of logs and at
 * what is under way; nothing in it is shared with the world, and nobody may write to it.
 */
export function buildFrame(world: World, observers: Observers, cells: boolean): Frame {
  const { run, settings, facts } = world
  const { scenario, paceUs, lag } = settings
  const monitors = monitorFrames(world)
  const { nodes, links, messages, lost, multiMaster } =
    world.multi === null ? oneMaster(world, observers, cells) : world.kit.calls.mastersFrame(world, cells)
  return {
    model: run.model,
    time: world.time,
    event: facts.count,
    scenarioId: scenario.id,
    title: scenario.title,
    paceUs,
    epoch: newestEpoch(world).epoch,
    mode: modeFrame(world),
    nodes,
    links,
    messages,
    clients: world.clients.map((client) => clientFrame(world, client)),
    monitor: monitors[world.monitor.number] ?? null,
    monitors,
    dataCenters: dataCenterFrames(world),
    outages: observers.outages(world),
    counters: observers.counters(world),
    lost,
    checkers: observers.checkerFrames(world),
    recent: recentFacts(world),
    milestone: facts.milestones().at(-1) ?? null,
    settings: observers.settings(world),
    lag: { ...lag },
    alerts: observers.alerts(world),
    copies: observers.copies(world),
    multiMaster,
  }
}

/** What a frame says otherwise where there are several. */
const oneMaster = (world: World, observers: Observers, cells: boolean): MastersPart => ({
  nodes: members(world).map((node) => nodeFrame(world, node, observers, cells)),
  links: linkFrames(world),
  messages: messageFrames(world),
  lost: lostWrites(
    world,
    world.lost.filter(({ write }) => !survives(world, write)),
  ),
  multiMaster: null,
})

function dataCenterFrames(world: World): Frame['dataCenters'] {
  const { scenario } = world.settings
  const stands = (one: string, id: string) => placeOf(scenario, one) === id
  return world.dataCenters.map(({ id, cut, since }) => {
    const nodes = members(world).filter((node) => stands(node.id, id))
    const clients = world.clients.filter((client) => stands(client.id, id))
    return { id, nodes: nodes.map((node) => node.id), clients: clients.map((client) => client.id), cut, since }
  })
}

function recentFacts({ facts, settings, time }: World): Fact[] {
  const recent: Fact[] = []
  for (let id = facts.count; id > 0 && recent.length < REMEMBERED; id--) {
    const fact = facts.byId(id)
    if (!fact || fact.t <= time - 2 * settings.paceUs) break
    recent.push(fact)
  }
  return recent.reverse()
}
