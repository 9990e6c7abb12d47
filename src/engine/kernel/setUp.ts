/** The world at time 0: everybody is up, logs are empty, the slaves are about to connect. */
import { type Run, rowNames } from '../../run/index.ts'
import { Column } from '../log/columns.ts'
import { KeyValues } from '../log/data.ts'
import { EntryStore } from '../log/entries.ts'
import type { Executor } from '../machines/executor.ts'
import { clockFrom } from '../measures/clock.ts'
import { nameOfRow } from '../multiMaster/keys.ts'
import type { Kit } from '../packs/kit.ts'
import { ReadTable } from '../reads.ts'
import { placesOf, settingsOf } from '../settings/index.ts'
import type { Client, Monitor, Part, World } from '../world/index.ts'
import { WriteTable } from '../writes.ts'
import { attachReceiver } from './acts/role.ts'
import { Chance } from './chance.ts'
import type { KernelEvent } from './event.ts'
import { FactLog } from './factLog.ts'
import { Kernel } from './kernel.ts'
import { attachLoop } from './loop.ts'
import { makeMonitor } from './makeMonitor.ts'
import { attachParts, attachProbes, BEGIN, makeNode } from './makeNode.ts'
import { makeLink } from './network.ts'
import { EventQueue } from './queue.ts'

export function setUp(run: Run, executor: Executor, kit: Kit): Kernel {
  const settings = settingsOf(run.scenario)
  const { nodes, clients } = settings
  const master = nodes.findIndex(({ startsAsMaster }) => startsAsMaster)
  const many = settings.multiMaster !== null
  const world: World = {
    run,
    kit,
    time: 0,
    work: 0,
    settings,
    queue: new EventQueue<KernelEvent>(),
    chance: new Chance(run.seed),
    facts: new FactLog(),
    entries: new EntryStore(),
    writes: new WriteTable(),
    reads: new ReadTable(),
    told: new KeyValues(),
    epochs: [{ epoch: 1, master, fork: 0, beganAt: 0 }],
    nodes: run.scenario.nodes.map(({ id, upstream, clockDriftPpm }, number) => {
      const source = upstream === undefined ? master : nodes.findIndex((node) => node.id === upstream)
      const node = makeNode(id, number, number === master || many ? -1 : source, nodes.length)
      node.clock = clockFrom(0, nodes[number]!.clockOffsetUs, clockDriftPpm)
      return node
    }),
    clients: clients.map(({ id }, number) => makeClient(id, number, master)),
    monitors: settings.monitors.map((id, number) => makeMonitor(id, number, settings, master)),
    monitor: undefined as unknown as Monitor,
    router: undefined as unknown as Part,
    parts: [],
    links: [],
    connections: new Map(),
    nextConnection: 1,
    messages: new Map(),
    nextMessage: 1,
    lost: [],
    dataCenters: placesOf(run.scenario).map((id) => ({ id, cut: false, since: 0 })),
    noticed: [],
    multi: null,
  }
  const names = rowNames(run.scenario)
  if (names.length > 0) world.entries.rowName = (key) => nameOfRow(names, key)
  world.multi = many ? kit.calls.makeMasters(world) : null
  world.monitor = world.monitors[0]!
  for (const [at, one] of nodes.entries()) {
    for (const other of nodes.slice(at + 1)) world.links.push(makeLink(world, one.id, other.id, 'replication'))
    for (const client of clients) world.links.push(makeLink(world, client.id, one.id, 'client'))
    for (const { id } of world.monitors) world.links.push(makeLink(world, id, one.id, 'probe'))
  }
  for (const [at, one] of world.monitors.entries())
    for (const other of world.monitors.slice(at + 1)) world.links.push(makeLink(world, one.id, other.id, 'probe'))
  const kernel = new Kernel(world, executor)
  if (!many) for (const node of world.nodes) attachParts(kernel, node)
  for (const client of world.clients) attachLoop(kernel, client)
  attachMonitors(kernel, master)
  start(kernel, master)
  return kernel
}

function attachMonitors(kernel: Kernel, master: number): void {
  const { world } = kernel
  const s = world.settings.monitor
  const base = { place: -1, peer: -1 }
  for (const { id: owner, parts } of world.monitors)
    kernel.attach({ ...base, owner, id: 'failoverManager', machine: 'failoverManager' }, parts, { s, master })
  const among: Part[] = []
  world.router = kernel.attach({ ...base, owner: 'router', id: 'router', machine: 'router' }, among, { s, to: master })
  for (const node of world.nodes) attachProbes(kernel, node)
  if (!s.votes) return
  for (const { id: owner, number, parts } of world.monitors)
    kernel.attach({ ...base, owner, id: 'voter', machine: 'voter' }, parts, { s, number })
}

function start(kernel: Kernel, master: number): void {
  if (kernel.world.multi !== null) {
    kernel.world.kit.calls.startMasters(kernel)
    return
  }
  for (const node of kernel.world.nodes) {
    if (node.number === master) {
      kernel.deliver(node.parts[1]!, { type: 'APPOINT' }, 0)
      continue
    }
    // Their threads are started, not about to be: the first picture shows a slave that connects.
    kernel.deliver(kernel.part(`${node.id}/applier`)!, BEGIN, 0)
    kernel.deliver(attachReceiver(kernel, node), BEGIN, 0)
  }
}

function makeClient(id: string, number: number, target: number): Client {
  return {
    id,
    number,
    target,
    issued: Column.ints(),
    started: 0,
    opened: 0,
    idle: [],
    last: null,
    lastRead: null,
    asked: null,
    sticksTo: -1,
    avoids: -1,
    own: new KeyValues(),
    seen: 0,
    seenAt: -1,
    seenAtLeader: false,
    readCounts: { answered: 0, failed: 0, stale: 0, ownMissing: 0, wentBack: 0 },
    token: { entry: 0, epoch: 0 },
    failingSince: -1,
    due: Column.floats(8),
    given: [],
    parts: [],
  }
}
