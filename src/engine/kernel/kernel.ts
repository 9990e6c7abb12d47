/**
 * The kernel: the only one who writes to the world. It hands events to machines, carries their intents out, writes
 * facts down and keeps every effect at least 1 us after its cause. Exceptions are what is one act in reality:
 * a death that reaches the parts of a node in order, and a stop whose effect is measured in the same breath.
 */
import type { Fact, FactArgs, FactKind } from '../fact.ts'
import { type Intent, isCancelTimer, isSetTimer, type MachineEvent } from '../machines/compile/index.ts'
import { type Executor, programOf } from '../machines/executor.ts'
import { members } from '../measures/members.ts'
import type { Link, Node, Part, World } from '../world/index.ts'
import type { Acts } from './acts/act.ts'
import type { Told } from './event.ts'
import { linkId } from './linkId.ts'
import type { Sense } from './sense.ts'
import { Timers } from './timers.ts'

/** Who, of which machine, about whom: all that a part is made from. */
export interface PartSpec {
  readonly owner: string
  readonly id: string
  readonly machine: string
  readonly place: number
  readonly peer: number
}

/** What the kernel does for a machine: what it lets it see, and what it does about its intents. */
interface Service {
  readonly sense: Sense
  readonly acts: Acts
}

const nothingBesides: Sense = ({ now, cause }, _part, event) => ({ ...event, now, cause })

/** One direction of a link. */
export interface Way {
  readonly link: Link
  /** 0: a -> b, 1: b -> a. */
  readonly direction: 0 | 1
  /** Names of the streams that its delays and its losses are drawn from. */
  readonly luck: string
  readonly mishap: string
}

export class Kernel {
  readonly world: World
  /** The fact that whatever happens now comes from. */
  cause = 0
  private readonly executor: Executor
  /** Address -> part number. */
  private readonly addresses = new Map<string, number>()
  private readonly nodes = new Map<string, Node>()
  private readonly links = new Map<string, Link>()
  /** From -> to -> way: asked for with every message. */
  private readonly ways = new Map<string, Map<string, Way>>()
  /** By part number. */
  private readonly services: Service[] = []

  constructor(world: World, executor: Executor) {
    this.world = world
    this.executor = executor
    this.survey()
    this.readdress()
  }

  get now(): number {
    return this.world.time
  }

  /** Writes a fact down. Unless it is an aside, what follows in this step has it as its cause. `old`: no news to anybody. */
  fact(at: string, kind: FactKind, args: FactArgs, cause = this.cause, aside = false, old = false): Fact {
    const fact = this.world.facts.add(this.now, at, kind, args, cause, old)
    if (!aside) this.cause = fact.id
    return fact
  }

  /** Hands an event to a part and carries out what it wants. */
  deliver(part: Part, event: MachineEvent, cause: number): void {
    const before = this.cause
    this.cause = cause
    const heard = this.services[part.number]!.sense(this, part, event as Parameters<Sense>[2])
    const step = part.program.step(part.config, part.context, heard)
    if (step.fired.length > 0) {
      const { now } = this
      for (const transition of step.fired) {
        part.fired[transition] = now
        part.last = transition
      }
      if (step.config !== part.config) {
        part.config = step.config
        part.since = now
      }
      part.context = step.context
      this.carryOut(part, step.intents)
      part.because = this.cause
    }
    this.cause = before
  }

  /** Lets a part hear something `after` microseconds from now, unless its node dies before. */
  tell(part: Part, event: Told, after = 1, cause = this.cause): void {
    const life = this.world.nodes[part.place]?.id === part.owner ? this.world.nodes[part.place]!.life : -1
    this.world.queue.push(this.now + after, { kind: 'tell', part: part.number, life, event, cause })
  }

  /** The part with this address if it is attached. */
  part(address: string): Part | undefined {
    const number = this.addresses.get(address)
    const part = number === undefined ? undefined : this.world.parts[number]
    return part?.attached ? part : undefined
  }

  /** Undefined when it is not a node that belongs: a client, the monitor, a slave that was removed. */
  node(id: string): Node | undefined {
    return this.nodes.get(id)
  }

  /** Throws when nobody could use such a link. */
  link(id: string): Link {
    const link = this.links.get(id)
    if (link === undefined) throw new Error(`There is no link ${id}.`)
    return link
  }

  /** How a message gets from one participant to another. Throws when nobody could use such a link. */
  way(from: string, to: string): Way {
    const way = this.ways.get(from)?.get(to)
    if (way === undefined) throw new Error(`There is no link ${linkId(from, to)}.`)
    return way
  }

  /** Puts a part where it belongs: a new one, or one that was there before, in its first state again. */
  attach(spec: PartSpec, among: Part[], input: object): Part {
    const address = `${spec.owner}/${spec.id}`
    const known = this.addresses.get(address)
    const part = known === undefined ? this.register(spec) : this.world.parts[known]!
    if (part.attached) return part
    part.attached = true
    among.push(part)
    const before = this.cause
    const step = part.program.start(input)
    part.config = step.config
    part.context = step.context
    part.since = this.now
    part.connection = 0
    part.because = this.cause
    this.carryOut(part, step.intents)
    this.cause = before
    return part
  }

  detach(part: Part, among: Part[]): void {
    part.attached = false
    part.timers.forEach((_, handle) => {
      this.world.queue.cancel(handle)
    })
    part.timers = new Timers()
    const place = among.indexOf(part)
    if (place >= 0) among.splice(place, 1)
  }

  /** Makes the record of a part, without putting it anywhere. */
  register({ owner, id, machine, place, peer }: PartSpec, number = this.world.parts.length): Part {
    const program = programOf(this.world.kit.machine(machine), this.executor)
    const part: Part = {
      number,
      attached: false,
      address: `${owner}/${id}`,
      id,
      owner,
      place,
      peer,
      machine,
      program,
      config: 0,
      context: {},
      since: 0,
      fired: program.transitionIds.map(() => -1),
      last: -1,
      connection: 0,
      because: 0,
      timers: new Timers(),
    }
    this.world.parts[number] = part
    const { kit } = this.world
    this.services[number] = { sense: kit.senseOf(machine) ?? nothingBesides, acts: kit.actsOf(machine) }
    this.addresses.set(part.address, number)
    return part
  }

  /** After nodes came or went, and links with them. */
  survey(): void {
    for (const map of [this.nodes, this.links, this.ways]) map.clear()
    for (const node of members(this.world)) this.nodes.set(node.id, node)
    for (const link of this.world.links) this.lay(link)
  }

  /** After parts were put into the world. */
  readdress(): void {
    this.addresses.clear()
    for (const part of this.world.parts) this.addresses.set(part.address, part.number)
  }

  private lay(link: Link): void {
    this.links.set(link.id, link)
    for (const [from, to, direction] of [
      [link.a, link.b, 0],
      [link.b, link.a, 1],
    ] as const) {
      const ways = this.ways.get(from) ?? new Map<string, Way>()
      const name = `link:${from}>${to}`
      this.ways.set(from, ways.set(to, { link, direction, luck: `${name}:delay`, mishap: `${name}:loss` }))
    }
  }

  private carryOut(part: Part, intents: readonly Intent[]): void {
    for (const intent of intents) {
      if (isSetTimer(intent)) {
        this.stopTimer(part, intent.id)
        const at = this.now + Math.max(1, intent.delay)
        const { id, event } = intent
        part.timers.set(
          id,
          this.world.queue.push(at, { kind: 'timer', part: part.number, id, event, cause: this.cause }),
        )
      } else if (isCancelTimer(intent)) this.stopTimer(part, intent.id)
      else this.act(part, intent as { type: string; params: unknown })
    }
  }

  private act(part: Part, { type, params }: { type: string; params: unknown }): void {
    const act = this.services[part.number]!.acts[type]
    if (act === undefined) throw new Error(`The kernel does not know what ${part.machine} means by ${type}.`)
    act(this, part, params as never)
  }

  private stopTimer(part: Part, id: string): void {
    const handle = part.timers.take(id)
    if (handle !== undefined) this.world.queue.cancel(handle)
  }
}
