/**
 * The loop: take the earliest thing that is due, let it happen, see what it makes due. Time stands only at instants
 * that were asked for or at which something happened, and an instant is always finished before anybody looks.
 */
import { hasManyMasters, type Run } from '../run/index.ts'
import type { Checkpoint, Engine, EngineOptions, Measure } from './engine.ts'
import type { Fact } from './fact.ts'
import type { Frame, Lag, Row, RulingFrame } from './frame/index.ts'
import { hearEnd } from './kernel/connections.ts'
import { digestOf } from './kernel/digest.ts'
import type { KernelEvent } from './kernel/event.ts'
import { intervene } from './kernel/interventions.ts'
import type { Kernel } from './kernel/kernel.ts'
import { arrive, lose, resend } from './kernel/network.ts'
import { setUp } from './kernel/setUp.ts'
import { restore, snapshot, type WorldSnapshot } from './kernel/snapshot.ts'
import type { Note } from './measures/alertBook.ts'
import { members } from './measures/members.ts'
import { NEVER } from './measures/over.ts'
import { buildFrame } from './observe/frame.ts'
import { Observers, type ObserversSnapshot } from './observe/observers.ts'
import { rowsOf } from './observe/rows.ts'
import { atHand } from './packs/atHand.ts'
import { kitOf } from './packs/kit.ts'

/** What a checkpoint of this engine is; others see only its measures. */
interface Kept extends Checkpoint {
  readonly world: WorldSnapshot
  readonly observers: ObserversSnapshot
}

export class Fold implements Engine {
  readonly run: Run
  private readonly kernel: Kernel
  private readonly observers: Observers
  /** When each intervention is carried out: 1 us after its time. */
  private readonly due: readonly number[]
  /** Interventions carried out so far. */
  private acted = 0

  /** What the lag monitor says: it makes nothing else happen. */
  private readonly note: Note = (at, kind, args, cause, old) => this.kernel.fact(at, kind, args, cause, true, old).id

  constructor(run: Run, { machines = 'compiled', packs = atHand, merge }: EngineOptions = {}) {
    this.run = run
    this.due = run.interventions.map(({ atMs }) => Math.floor(atMs * 1000 + 0.5) + 1)
    const kit = kitOf(packs, hasManyMasters(run.scenario))
    this.kernel = setUp(run, machines, kit)
    if (merge !== undefined) this.kernel.world.multi?.host(merge)
    this.observers = new Observers(kit)
    this.observers.catchUp(this.kernel.world)
  }

  get time(): number {
    return this.kernel.world.time
  }
  get event(): number {
    return this.kernel.world.facts.count
  }
  get work(): number {
    return this.kernel.world.work
  }

  runTo(t: number): void {
    if (t < this.time) throw new Error(`The engine stands at ${this.time} us and cannot run back to ${t}.`)
    for (let next = this.nextEventAt(); next !== null && next <= t; next = this.nextEventAt()) this.instant(next)
    this.kernel.world.time = t
  }

  runToNextMoment(limit: number): boolean {
    const { facts } = this.kernel.world
    const { moments } = facts
    for (let next = this.nextEventAt(); next !== null && next <= limit; next = this.nextEventAt()) {
      this.instant(next)
      if (facts.moments > moments) return true
    }
    this.kernel.world.time = Math.max(this.time, limit)
    return false
  }

  nextEventAt(): number | null {
    const queued = this.kernel.world.queue.peekTime()
    const due = this.due[this.acted] ?? NEVER
    const next = Math.min(queued ?? NEVER, due, this.observers.alertDueAt(this.kernel.world))
    return next === NEVER ? null : next
  }

  checkpoint(): Checkpoint {
    const { world } = this.kernel
    const kept = snapshot(world)
    const { time, event, work } = this
    const checkpoint: Kept = {
      time,
      event,
      work,
      bytes: bytesOf(kept),
      world: kept,
      observers: this.observers.snapshot(),
    }
    return checkpoint
  }

  restore(checkpoint: Checkpoint): void {
    const { world, observers } = checkpoint as Kept
    restore(this.kernel, world)
    this.observers.restore(observers)
    this.acted = 0
    while (this.acted < this.due.length && this.due[this.acted]! <= this.time) this.acted++
  }

  frame(cells = true): Frame {
    return buildFrame(this.kernel.world, this.observers, cells)
  }

  lags(): { node: string; lag: Lag }[] {
    const { world } = this.kernel
    return members(world).flatMap(({ id, number }) => {
      const lag = this.observers.lag(world, number)
      return lag === null ? [] : [{ node: id, lag }]
    })
  }

  rows(node: string, most: number): Row[] {
    const { world } = this.kernel
    return world.multi === null ? rowsOf(world, node, most) : world.kit.calls.mastersRows(world, node, most)
  }

  rulings(conflict: number): RulingFrame[] {
    return this.kernel.world.kit.calls.mastersRulings(this.kernel.world, conflict)
  }

  measured<T>(measure: Measure<T>): T {
    const { world } = this.kernel
    return measure(world, this.observers.counters(world))
  }

  digest(): string {
    return digestOf(this.kernel.world)
  }

  factsAfter(after: number): Fact[] {
    return this.kernel.world.facts.after(after)
  }

  milestones(): readonly Fact[] {
    return this.kernel.world.facts.milestones()
  }

  /** Everything that happens at `t`, interventions first. */
  private instant(t: number): void {
    const { kernel } = this
    const { world } = kernel
    world.time = t
    while (this.due[this.acted] === t) {
      world.work++
      intervene(kernel, this.run.interventions[this.acted++]!)
      this.observers.catchUp(world)
    }
    while (world.queue.peekTime() === t) {
      const event = world.queue.pop()!
      world.work++
      happen(kernel, event)
      this.observers.catchUp(world)
    }
    this.observers.raiseAlerts(world, this.note)
  }
}

const carry = { arrive, lose, resend }

function happen(kernel: Kernel, event: KernelEvent): void {
  const { world } = kernel
  kernel.cause = event.cause
  if (event.kind === 'arrive' || event.kind === 'lose' || event.kind === 'resend') {
    carry[event.kind](kernel, event.message)
    return
  }
  if (event.kind === 'end') {
    hearEnd(kernel, event.connection, event.opener, event.event, event.cause)
    return
  }
  const part = world.parts[event.part]!
  if (event.kind === 'timer') part.timers.take(event.id)
  else if (event.life >= 0 && event.life !== world.nodes[part.place]!.life) return
  if (part.attached) kernel.deliver(part, event.event, event.cause)
}

/** Roughly what a checkpoint owns alone: columns are shared. */
function bytesOf({ facts, queue, parts, messages, connections, nodes }: WorldSnapshot): number {
  return (
    14_000 +
    facts.youngest.numbers.bytes.length +
    queue.size * 120 +
    parts.length * 400 +
    messages.length * 300 +
    connections.length * 100 +
    nodes.length * 2000
  )
}
