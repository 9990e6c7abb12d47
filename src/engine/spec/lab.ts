/**
 * The words that tests of the rules are written in: set up a few nodes, let time pass, break something, and say
 * what must be true. Every act here is an intervention of the run, taken up by a fresh engine that starts from a
 * checkpoint: so every test is also a test of forks. Invariants are looked at wherever time has passed.
 */
import { type Action, type Intervention, parseRun, type Run } from '../../run/index.ts'
import { createEngine, type Engine, type Fact, type FactKind, type Frame } from '../index.ts'

const SECOND = 1_000_000

/** Costs so small that delays stand out: a write takes about 0.3 ms on the master. */
const QUICK = {
  executeMs: 0.1,
  binlogWriteMs: 0.05,
  flushMs: 0.1,
  commitMs: 0.05,
  relayFlushMs: 0.1,
  applyMs: 0.1,
  restartMs: 200,
}

export interface Setting {
  /** Names of the nodes, the master first; default db1, db2, db3. */
  nodes?: readonly string[]
  /** One way from the master to each slave, and between slaves, in ms. */
  oneWayMs?: Record<string, number>
  seed?: number
  interventions?: Intervention[]
  /** The nodes as a scenario has them, where names are not enough. */
  specs?: readonly object[]
  [field: string]: unknown
}

export function runOf({
  nodes = ['db1', 'db2', 'db3'],
  oneWayMs = {},
  seed = 1,
  interventions,
  specs = nodes.map((id, at) => ({ id, role: at === 0 ? 'master' : 'slave' })),
  ...rest
}: Setting): Run {
  const links = Object.entries(oneWayMs).map(([slave, ms]) => ({ between: [nodes[0]!, slave], oneWayMs: ms }))
  const { costs, network, ...scenario } = rest as Record<string, object>
  const parsed = parseRun({
    seed,
    scenario: {
      id: 'spec',
      title: 'Spec',
      paceMs: 10,
      untilMs: 10_000,
      nodes: specs,
      network: { oneWayMs: 5, clientOneWayMs: 0.1, monitorOneWayMs: 1, links, ...network },
      costs: { ...QUICK, ...costs },
      ...scenario,
    },
    interventions: interventions ?? [],
  })
  if ('problem' in parsed) throw new Error(parsed.problem)
  return parsed.run
}

export class Lab {
  engine: Engine
  private run: Run
  private readonly known: Fact[] = []

  constructor(setting: Setting = {}) {
    this.run = runOf(setting)
    this.engine = createEngine(this.run)
  }

  get now(): number {
    return this.engine.time
  }

  /** Lets time pass. */
  pass(ms: number): Lab {
    this.engine.runTo(this.now + Math.floor(ms * 1000 + 0.5))
    return this.sound()
  }

  /** Lets time pass until a fact of this kind happens (again); throws when it does not within a minute. */
  until(kind: FactKind, at?: string): Fact {
    const limit = this.now + 60 * SECOND
    const after = this.engine.event
    while (this.engine.runToNextMoment(limit)) {
      const fact = this.engine.factsAfter(after).find((one) => one.kind === kind && (at === undefined || one.at === at))
      if (fact) {
        this.sound()
        return fact
      }
    }
    throw new Error(`${kind} did not happen within a minute.`)
  }

  act(action: Action): Lab {
    this.every()
    const interventions = [...this.run.interventions, { atMs: this.now / 1000, ...action }]
    this.run = { ...this.run, interventions }
    const checkpoint = this.engine.checkpoint()
    this.engine = createEngine(this.run)
    this.engine.restore(checkpoint)
    this.engine.runTo(this.now + 1)
    return this
  }
  /** Another lab that stands where this one stands. */
  fork(): Lab {
    const fork = Object.assign(Object.create(Lab.prototype), this) as Lab
    Object.assign(fork, { known: [...this.every()] })
    fork.engine = createEngine(this.run)
    fork.engine.restore(this.engine.checkpoint())
    return fork
  }
  kill(node: string): Lab {
    return this.act({ do: 'kill', node })
  }
  restart(node: string): Lab {
    return this.act({ do: 'restart', node })
  }
  cut(one: string, other: string): Lab {
    return this.act({ do: 'cut', between: [one, other] })
  }
  stall(one: string, other: string): Lab {
    return this.act({ do: 'stall', between: [one, other] })
  }
  heal(one: string, other: string): Lab {
    return this.act({ do: 'heal', between: [one, other] })
  }
  write(client: string): Lab {
    return this.act({ do: 'write', client })
  }

  frame(): Frame {
    return this.engine.frame()
  }
  node(id: string): Frame['nodes'][number] {
    return this.frame().nodes.find((node) => node.id === id)!
  }
  client(id: string): Frame['clients'][number] {
    return this.frame().clients.find((client) => client.id === id)!
  }
  facts(kind: FactKind, at?: string): Fact[] {
    return this.every().filter((fact) => fact.kind === kind && (at === undefined || fact.at === at))
  }
  /** All facts so far: an engine that starts from a checkpoint knows only the last of those before. */
  every(): readonly Fact[] {
    for (const fact of this.engine.factsAfter(this.known.length)) this.known.push(fact)
    return this.known
  }
  /** What each OK took, in ms, in order. */
  latencies(client?: string): number[] {
    return this.facts('write-ok', client).map(({ args }) => args.us! / 1000)
  }

  expectLost(count: number): Lab {
    const { counters, lost } = this.frame()
    return claim(
      counters.lost === count && lost.length === count,
      `${counters.lost} writes are lost, not ${count}`,
      this,
    )
  }
  /** All of them hold and have applied the same. */
  expectSame(...nodes: string[]): Lab {
    const state = (id: string): string => {
      const { received, applied, cells } = this.node(id)
      return JSON.stringify([received, applied, cells.map(({ position, epoch, write }) => [position, epoch, write])])
    }
    const [first, ...others] = nodes
    for (const other of others) claim(state(other) === state(first!), `${other} differs from ${first}`, this)
    return this
  }
  /** Invariants hold, counters balance, and what was promised is held. */
  sound(): Lab {
    const { checkers, counters } = this.frame()
    const broken = checkers.find(({ promised, held }) => promised && !held)
    claim(broken === undefined, `${broken?.name}: ${broken?.violation?.text}`, this)
    const { issued, ok, error, unknown, pending, surviving, atRisk, lost, overwritten, discarded } = counters
    claim(issued === ok + error + unknown + pending, 'outcomes do not add up', this)
    claim(ok === surviving + atRisk + lost + overwritten + discarded, 'fates do not add up', this)
    return claim(surviving >= 0, 'less than nothing survives', this)
  }
}

function claim(holds: boolean, otherwise: string, lab: Lab): Lab {
  if (!holds) throw new Error(`At ${lab.now / 1000} ms: ${otherwise}.`)
  return lab
}

/** The middle one. */
export function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[numbers.length >> 1]!
}
