import type { Fact, FactArgs, FactKind } from '../fact.ts'
import { Timers } from '../kernel/timers.ts'
import { Reached } from '../log/reached.ts'
import { programOf } from '../machines/executor.ts'
import { atHand } from '../packs/atHand.ts'
import { kitOf } from '../packs/kit.ts'
import type { Node, Part, World } from '../world/index.ts'
import { OK, type Outcome } from '../writes.ts'
import { emptyWorld, scenarioOf } from './emptyWorld.ts'
import { Observers } from './observers.ts'

const GATE = { async: 'async', 'semi-sync': 'on.clear', quorum: 'patient.clear', all: 'patient.clear' } as const

/**
 * A small world set up by hand, for the tests of everything that watches: db1 is master, the others copy from it, one
 * client writes. Nothing happens by itself; each verb changes the world as the kernel would have and notes
 * the fact, so that a test can also tell a lie and see who notices.
 */
export class SmallWorld {
  readonly world: World
  readonly observers = new Observers(kitOf(atHand))

  /** `given`: fields of a scenario besides its nodes. */
  constructor(nodes: readonly string[] = ['db1', 'db2', 'db3'], given: object = {}) {
    const scenario = scenarioOf(nodes, given)
    this.world = emptyWorld(scenario)
    const participants = this.world.nodes
    participants.forEach((node, number) => {
      node.acks = participants.map(() => new Reached())
      this.attach(node, 'process', 'up')
      this.attach(node, 'role', number === 0 ? 'master' : 'slave')
      this.attach(node, 'applier', number === 0 ? 'off' : 'idle')
      this.attach(node, 'commitGate', number > 0 ? 'off' : GATE[scenario.replication.mode])
      if (number > 0) this.attach(node, 'receiver', 'connection.streaming', 0)
    })
  }

  node(id: string): Node {
    return this.world.nodes.find((node) => node.id === id)!
  }

  /** Lets time pass. */
  wait(us: number): this {
    this.world.time += us
    return this
  }

  /** Notes a fact and lets everybody who watches see it. */
  note(at: string, kind: FactKind, args: FactArgs = {}, cause = 0): Fact {
    const fact = this.world.facts.add(this.world.time, at, kind, args, cause)
    this.observers.catchUp(this.world)
    return fact
  }

  /** Puts the machine of a node into a state (a dotted path). */
  put(id: string, machine: string, state: string): this {
    const part = this.node(id).parts.find((each) => each.machine === machine)!
    part.config = configOf(part, state)
    part.since = this.world.time
    return this
  }

  /** A client's write: logged by a master as one transaction of `count` entries, not yet committed. Returns its number. */
  log(id: string, count = 1): number {
    const { writes, entries, time } = this.world
    const node = this.node(id)
    const write = writes.issue(0, writes.length % 3, 1000 + writes.length, count, 0)
    writes.sentAt.set(write - 1, time)
    const from = node.log.end + 1
    const first = entries.append({
      epoch: node.epoch,
      origin: node.number,
      sequence: from,
      key: writes.key.get(write - 1),
      keys: 3,
      operation: 0,
      value: writes.value.get(write - 1),
      wallUs: time,
      bornAt: time,
      hybrid: 0,
      write,
      count,
    })
    writes.entry.set(write - 1, first)
    node.log.append(first, count, time)
    this.note(id, 'entries-logged', { from, to: node.log.end, epoch: node.epoch, write })
    return write
  }

  /** The master makes everything up to the end of its log part of its data. */
  commit(id: string): this {
    return this.take(id, 'entries-committed')
  }

  /** A slave copies whatever it lacks from another node, and says so to it. */
  receive(id: string, peer: string): this {
    const node = this.node(id)
    const source = this.node(peer)
    const from = node.log.end + 1
    if (from > source.log.end) return this
    node.log.appendFrom(source.log, from, source.log.end, this.world.time)
    this.note(id, 'entries-received', { peer, from, to: node.log.end })
    return this
  }

  acknowledge(id: string, master: string): this {
    const to = this.node(id).log.end
    const { number } = this.node(id)
    const on = this.node(master)
    on.acks[number]!.mark(to, this.world.time)
    on.counted = on.acks.map((reached) => reached.position)
    this.note(master, 'ack-arrived', { peer: id, to, reason: 'received' })
    return this
  }

  /** A slave applies its relay log. */
  apply(id: string): this {
    return this.take(id, 'entries-applied')
  }

  /** The client of a write hears its outcome from a master. */
  tell(write: number, id: string, outcome: Outcome = OK, kind: FactKind = 'write-ok'): this {
    const { writes, time } = this.world
    writes.outcome.set(write - 1, outcome)
    writes.settledAt.set(write - 1, time)
    const { log, epoch } = this.node(id)
    const from = log.positionOf(writes.entry.get(write - 1))
    this.note('c1', kind, { write, peer: id, us: 0, from, to: from + writes.count.get(write - 1) - 1, epoch })
    return this
  }

  /** The whole way of a write that every slave gets: logged, received, acknowledged, committed, told OK, applied. */
  write(id = 'db1', slaves: readonly string[] = ['db2', 'db3'], count = 1): number {
    const write = this.log(id, count)
    for (const slave of slaves) this.receive(slave, id).acknowledge(slave, id)
    this.commit(id).tell(write, id)
    for (const slave of slaves) this.apply(slave)
    return write
  }

  kill(id: string): this {
    this.put(id, 'process', 'down').put(id, 'applier', 'off').put(id, 'commitGate', 'off')
    this.note(id, 'killed')
    return this
  }

  /** Everybody on `asked` says how far it is, and `id` becomes master of the next epoch. */
  promote(id: string, asked: readonly string[] = ['db2', 'db3'], reason = 'most-received'): this {
    const { world } = this
    const node = this.node(id)
    const candidates = asked.map((each) => {
      const { number, log } = this.node(each)
      return { node: number, received: log.end, reason: each === id ? reason : 'behind' }
    })
    world.monitor.choice = { chosen: node.number, candidates, at: world.time }
    const epoch = world.epochs.at(-1)!.epoch + 1
    world.epochs = [...world.epochs, { epoch, master: node.number, fork: node.log.end, beganAt: world.time }]
    node.epoch = epoch
    node.epochSince = world.time
    node.upstream = -1
    node.reignFrom = node.log.end + 1
    this.put(id, 'role', 'master')
    this.note(id, 'promoted', { epoch, from: node.log.end + 1 })
    return this
  }

  private take(id: string, kind: FactKind): this {
    const node = this.node(id)
    const from = node.applied.position + 1
    const to = node.log.end
    if (from > to) return this
    node.data.apply(node.log, from, to, this.world.entries)
    node.applied.mark(to, this.world.time)
    const write = this.world.entries.writeOf(node.log.entryAt(to))
    this.note(id, kind, { from, to, write })
    return this
  }

  private attach(node: Node, machine: string, state: string, peer = -1): void {
    const program = programOf(this.world.kit.machine(machine), 'compiled')
    const id = peer < 0 ? machine : `${machine}:${this.world.nodes[peer]!.id}`
    const part: Part = {
      number: this.world.parts.length,
      attached: true,
      address: `${node.id}/${id}`,
      id,
      owner: node.id,
      place: node.number,
      peer,
      machine,
      program,
      config: 0,
      context: { peer, reason: 'start', from: 0, to: 0, startedAt: 0, endsAt: 0 },
      since: 0,
      fired: program.transitionIds.map(() => -1),
      last: -1,
      connection: 0,
      because: 0,
      timers: new Timers(),
    }
    part.config = configOf(part, state)
    node.parts.push(part)
    this.world.parts.push(part)
  }
}

function configOf(part: Part, state: string): number {
  for (let config = 0; config < part.program.configCount; config++)
    if (part.program.matches(config, state)) return config
  throw new Error(`${part.machine} is never in ${state}.`)
}
