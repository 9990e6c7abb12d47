/** The world at time 0: everybody is up, logs are empty, the slaves are about to connect. */
import type { Run } from '../../run/index.ts'
import { Column } from '../log/columns.ts'
import { KeyValues } from '../log/data.ts'
import { EntryStore } from '../log/entries.ts'
import { NodeLog } from '../log/nodeLog.ts'
import { Reached } from '../log/reached.ts'
import type { Executor, MachineKey } from '../machines/executor.ts'
import { settingsOf } from '../settings.ts'
import type { Client, Node, Part, World } from '../world.ts'
import { WriteTable } from '../writes.ts'
import { attachReceiver } from './acts/role.ts'
import { Chance } from './chance.ts'
import type { KernelEvent, Told } from './event.ts'
import { FactLog } from './factLog.ts'
import { Kernel } from './kernel.ts'
import { makeLink } from './network.ts'
import { EventQueue } from './queue.ts'

/** Parts of every node besides receivers, senders and sessions, in the order in which a death reaches them. */
const PARTS = ['process', 'role', 'applier', 'binlog', 'commitGate'] as const

export function setUp(run: Run, executor: Executor): Kernel {
  const settings = settingsOf(run.scenario)
  const { nodes, clients } = settings
  const master = nodes.findIndex(({ startsAsMaster }) => startsAsMaster)
  const world: World = {
    run,
    time: 0,
    work: 0,
    settings,
    queue: new EventQueue<KernelEvent>(),
    chance: new Chance(run.seed),
    facts: new FactLog(),
    entries: new EntryStore(),
    writes: new WriteTable(),
    epochs: [{ epoch: 1, master, fork: 0, beganAt: 0 }],
    nodes: nodes.map(({ id }, number) => makeNode(id, number, number === master ? -1 : master, nodes.length)),
    clients: clients.map(({ id }, number) => makeClient(id, number, master)),
    monitor: {
      watches: master,
      probes: nodes.map(() => ({ missed: 0, lastAnswerAt: -1, lastMissAt: -1, role: '' })),
      reports: nodes.map(() => null),
      choice: null,
      parts: [],
      outageFrom: -1,
    },
    router: undefined as unknown as Part,
    parts: [],
    links: [],
    connections: new Map(),
    nextConnection: 1,
    messages: new Map(),
    nextMessage: 1,
    lost: [],
    noticed: [],
  }
  for (const [at, one] of nodes.entries()) {
    for (const other of nodes.slice(at + 1)) world.links.push(makeLink(world, one.id, other.id, 'replication'))
    for (const client of clients) world.links.push(makeLink(world, client.id, one.id, 'client'))
    world.links.push(makeLink(world, 'monitor', one.id, 'probe'))
  }
  const kernel = new Kernel(world, executor)
  for (const node of world.nodes) {
    const s = nodes[node.number]!
    for (const machine of PARTS)
      kernel.attach({ owner: node.id, id: machine, machine, place: node.number, peer: -1 }, node.parts, { s })
  }
  for (const client of world.clients) {
    const s = clients[client.number]!
    const machine: MachineKey = s.kind === 'stream' ? 'stream' : 'closedLoop'
    kernel.attach({ owner: client.id, id: 'loop', machine, place: client.number, peer: -1 }, client.parts, { s })
  }
  attachMonitor(kernel, master)
  start(kernel, master)
  return kernel
}

function attachMonitor(kernel: Kernel, master: number): void {
  const { world } = kernel
  const s = world.settings.monitor
  const base = { owner: 'monitor', place: -1, peer: -1 }
  kernel.attach({ ...base, id: 'failoverManager', machine: 'failoverManager' }, world.monitor.parts, {
    s,
    master,
    others: world.nodes.length - 1,
  })
  const among: Part[] = []
  world.router = kernel.attach({ ...base, owner: 'router', id: 'router', machine: 'router' }, among, { s, to: master })
  if (!s.present) return
  for (const node of world.nodes) {
    const spec = { ...base, id: `probe:${node.id}`, machine: 'probe', peer: node.number } as const
    kernel.attach(spec, world.monitor.parts, { s, peer: node.number })
  }
}

function start(kernel: Kernel, master: number): void {
  const begin: Told = { type: 'START', reason: 'start' }
  for (const node of kernel.world.nodes) {
    if (node.number === master) {
      kernel.deliver(node.parts[1]!, { type: 'APPOINT' }, 0)
      continue
    }
    // Their threads are started, not about to be: the first picture shows a slave that connects.
    kernel.deliver(kernel.part(`${node.id}/applier`)!, begin, 0)
    kernel.deliver(attachReceiver(kernel, node), begin, 0)
  }
}

function makeNode(id: string, number: number, upstream: number, nodes: number): Node {
  return {
    id,
    number,
    life: 0,
    diedAt: -1,
    diedBy: 0,
    rolledBack: 0,
    epoch: 1,
    epochSince: 0,
    log: new NodeLog(),
    applied: new Reached(),
    data: new KeyValues(),
    acks: Array.from({ length: nodes }, () => new Reached()),
    reignFrom: 0,
    upstream,
    placedUnder: upstream,
    joinedAt: 0,
    leftAt: -1,
    clockDiff: 0,
    chosenAt: -1,
    drain: null,
    extraFrom: -1,
    extraAt: -1,
    flushing: [],
    nextFlush: [],
    waiting: [],
    commitDue: 0,
    parts: [],
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
    failingSince: -1,
    parts: [],
  }
}
