import { parseScenario, type Scenario } from '../../run/index.ts'
import { Chance } from '../kernel/chance.ts'
import { FactLog } from '../kernel/factLog.ts'
import { makeMonitor } from '../kernel/makeMonitor.ts'
import { makeNode } from '../kernel/makeNode.ts'
import { EventQueue } from '../kernel/queue.ts'
import { Column } from '../log/columns.ts'
import { KeyValues } from '../log/data.ts'
import { EntryStore } from '../log/entries.ts'
import { clockFrom } from '../measures/clock.ts'
import { atHand } from '../packs/atHand.ts'
import { kitOf } from '../packs/kit.ts'
import { ReadTable } from '../reads.ts'
import { settingsOf } from '../settings/index.ts'
import type { Node, Part, World } from '../world/index.ts'
import { WriteTable } from '../writes.ts'

/** A world in which nothing has happened and no machine runs, for tests to fill. */
export function scenarioOf(nodes: readonly string[], given: object): Scenario {
  const specs = nodes.map((id, number) => ({ id, role: number === 0 ? 'master' : 'slave' }))
  const parsed = parseScenario({ id: 'small', title: 'Small', nodes: specs, clients: [{ id: 'c1' }], ...given })
  if ('problem' in parsed) throw new Error(parsed.problem)
  return parsed.scenario
}

export function emptyWorld(scenario: Scenario): World {
  const settings = settingsOf(scenario)
  const nodes = scenario.nodes.map(({ id, clockDriftPpm }, number) => ({
    ...emptyNode(id, number),
    clock: clockFrom(0, settings.nodes[number]!.clockOffsetUs, clockDriftPpm),
  }))
  const router = { number: 0 } as Part
  const monitor = { ...makeMonitor('monitor', 0, settings, 0), probes: [], reports: [] }
  return {
    run: { model: 1, seed: 0, scenario, interventions: [] },
    kit: kitOf(atHand),
    time: 0,
    work: 0,
    settings,
    queue: new EventQueue(),
    chance: new Chance(0),
    facts: new FactLog(),
    entries: new EntryStore(),
    writes: new WriteTable(),
    reads: new ReadTable(),
    told: new KeyValues(),
    epochs: [{ epoch: 1, master: 0, fork: 0, beganAt: 0 }],
    nodes,
    clients: scenario.clients.map(({ id }, number) => ({
      id,
      number,
      target: 0,
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
    })),
    monitors: [monitor],
    monitor,
    router,
    parts: [],
    links: [],
    connections: new Map(),
    nextConnection: 1,
    messages: new Map(),
    nextMessage: 1,
    lost: [],
    dataCenters: [],
    noticed: [],
    multi: null,
  }
}

function emptyNode(id: string, number: number): Node {
  return { ...makeNode(id, number, number === 0 ? -1 : 0, 0), reignFrom: number === 0 ? 1 : 0 }
}
