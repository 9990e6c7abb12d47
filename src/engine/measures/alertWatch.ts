import type { Fact, FactArgs, FactKind } from '../fact.ts'
import type { Alert, Copies } from '../frame/index.ts'
import type { Node, World } from '../world/index.ts'
import { behindWhy, type Cause, silentWhy } from './behindWhy.ts'
import { copiesOf, thinSince } from './copies.ts'
import { Harm, type HarmSnapshot } from './harm.ts'
import { newestEpoch } from './history.ts'
import { type Distance, lags } from './lag.ts'
import { dueOf, firstDue, NEVER, type Over, overNow, START } from './over.ts'
import { type FaultsSnapshot, OpenFaults } from './openFaults.ts'
import { isReachable } from './loss.ts'
import { applies, isUp, receives } from './parts.ts'

/**
 * The lag monitor (S8): raises an alert when a slave has been over a threshold for the dwell time, or silent for too
 * long, and when an entry has stood in too few logs for the dwell time. It stands outside the world like everybody who
 * watches, but what it says is a fact of the run, at the instant at which it is due and not when somebody looks.
 *
 * Simplified: it knows true lag, as a heartbeat row would tell it to within one interval, and it costs nothing.
 */
type Reason = Alert['reason']

/** One alert as it is kept: of a node by number. */
interface Kept extends Omit<Alert, 'node'> {
  readonly node: number
}

/** What is to be raised. */
interface Found {
  readonly reason: Reason
  readonly level: Alert['level']
  /** Since when it is over the threshold, and since when users may have felt it. */
  readonly since: number
  readonly onset: number
  readonly why: Cause
  readonly args: FactArgs
}

interface Watched {
  readonly over: Over
  readonly distance: Distance
  /** Could it be asked, and did it answer with a number? Positions that move change neither. */
  readonly heard: boolean
  readonly silent: boolean
  /** When the first of its reasons is worth an alert. */
  readonly due: number
}

export interface AlertsSnapshot {
  readonly watched: readonly Watched[]
  readonly open: readonly Kept[]
  readonly past: readonly Kept[]
  readonly raised: number
  readonly applying: readonly number[]
  readonly logged: number
  readonly copiesDue: number
  readonly faults: FaultsSnapshot
  readonly harm: HarmSnapshot
}

/** Writes a fact down, with its cause; `old`: it is no milestone. Returns its id. */
export type Note = (at: string, kind: FactKind, args: FactArgs, cause: number, old: boolean) => number

/** Alerts that a frame shows; and that are kept. */
const SHOWN = 50
const REASONS = ['entries', 'seconds', 'no-data'] as const
/** After these an entry may have fewer copies than before. */
const THINS: ReadonlySet<FactKind> = new Set<FactKind>([
  'killed',
  'promoted',
  'setting-changed',
  'slave-removed',
  'rebuild-asked',
  'slave-added',
])

export class AlertWatch {
  private watched: Watched[] = []
  private open: readonly Kept[] = []
  private past: readonly Kept[] = []
  private raised = 0
  private applying: readonly number[] = []
  private logged = 0
  /** When to look next whether an entry stands in too few logs. */
  private copiesDue = NEVER
  private readonly faults = new OpenFaults()
  private readonly harm = new Harm()
  /** The earliest instant at which something is due; -1: has to be reckoned again. Follows from the rest. */
  private next = -1
  /** Has anything moved since the alerts were last looked through? Never so between instants. */
  private moved = true

  /** Every fact, before gauges are settled for it. */
  see(fact: Fact, world: World): void {
    const { kind, id, t } = fact
    if (kind === 'apply-started') {
      const number = world.nodes.findIndex((node) => node.id === fact.at)
      this.applying = world.nodes.map((_, at) => (at === number ? id : (this.applying[at] ?? 0)))
    } else if (kind === 'entries-logged') {
      this.logged = id
      if (this.copiesDue === NEVER) this.lookAt(t + world.settings.lag.dwellUs)
    } else if (THINS.has(kind)) {
      this.lookAt(t)
      if (kind === 'slave-removed') this.forget(world.nodes.findIndex((node) => node.id === fact.at))
    }
    this.faults.see(fact)
    if (this.harm.see(fact, world)) this.blame(fact, world)
  }

  /** A slave's gauge was settled: its distance now. `moves`: what happened is that a position moved, and no more. */
  settled(world: World, node: Node, distance: Distance, moves: boolean): void {
    const { number } = node
    const before = this.watched[number]
    const isKnown = moves && before !== undefined
    const heard = isKnown ? before.heard : isReachable(world, node)
    const silent = isKnown ? before.silent : !heard || !applies(node) || !receives(node)
    const over = lags(node) ? overNow(world, number, distance, before?.over ?? START, heard, silent) : START
    if (distance.entriesBehind === 0) this.faults.close(node.id, 'data')
    this.watched[number] = { over, distance, heard, silent, due: firstDue(over, world.settings.lag) }
    this.moved = true
    this.next = -1
  }

  /** When it next has something to say if nothing happens until then. */
  dueAt(world: World): number {
    if (this.next < 0) this.next = this.reckon(world)
    return this.next
  }

  /** At the end of an instant: what is due is raised, what is over is cleared. `cause`: the last fact of the instant. */
  review(world: World, cause: number, note: Note): void {
    const isDue = this.dueAt(world) <= world.time
    if (!isDue && (!this.moved || this.open.length === 0)) return
    this.moved = false
    for (let number = 0; number < this.watched.length; number++)
      if (this.watched[number] !== undefined)
        for (const reason of REASONS) this.weigh(world, world.nodes[number]!, reason, cause, note)
    this.weighCopies(world, cause, note)
    this.next = -1
  }

  frame(world: World): Alert[] {
    const shown = [...this.past, ...this.open].sort((a, b) => a.id - b.id)
    return shown.map((alert) => ({ ...alert, node: world.nodes[alert.node]!.id }))
  }

  copies(world: World): Copies {
    return copiesOf(world)
  }

  snapshot(): AlertsSnapshot {
    const { watched, open, past, raised, applying, logged, copiesDue } = this
    return {
      watched: watched.slice(),
      open,
      past,
      raised,
      applying,
      logged,
      copiesDue,
      faults: this.faults.snapshot(),
      harm: this.harm.snapshot(),
    }
  }

  restore(from: AlertsSnapshot): void {
    this.watched = from.watched.slice()
    this.open = from.open
    this.past = from.past
    this.raised = from.raised
    this.applying = from.applying
    this.logged = from.logged
    this.copiesDue = from.copiesDue
    this.faults.restore(from.faults)
    this.harm.restore(from.harm)
    this.next = -1
    this.moved = false
  }

  private weigh(world: World, node: Node, reason: (typeof REASONS)[number], cause: number, note: Note): void {
    const { over, distance } = this.watched[node.number]!
    const standing = this.standing(node.number, reason)
    const { since, first, critical } = dueOf(over, reason, world.settings.lag)
    // An alert stands until the slave is below the lower threshold.
    if (standing !== undefined && since > world.time) this.clear(world, standing, cause, note)
    if (first > world.time) return
    const level = critical <= world.time ? 'critical' : 'warn'
    if (standing !== undefined && (standing.level === level || standing.level === 'critical')) return
    const isSilence = reason === 'no-data'
    const onset = isSilence || distance.oldestAt < 0 ? since : Math.min(since, distance.oldestAt)
    const why = isSilence
      ? silentWhy(world, node, this.faults)
      : behindWhy(world, node, distance, onset, this.faults, this.work())
    const args = argsOf(world, reason, level, distance, since)
    this.raise(world, node, { reason, level, since, onset, why, args }, standing, note)
  }

  private raise(world: World, node: Node, found: Found, standing: Kept | undefined, note: Note): void {
    const { reason, level, since, onset, why, args } = found
    const cause = standing?.cause ?? why.fact
    const told = { reason, path: level, ...args }
    const fact = note(node.id, 'alert-raised', told, cause, level !== 'critical' || this.isOldNews(world, node))
    if (standing !== undefined) {
      this.replace({ ...standing, level })
      return
    }
    // What broke may have hurt somebody before it made the slave late: an acknowledgement that did not come.
    const first = this.harm.firstSince(node.number, Math.min(onset, why.brokenAt ?? onset))
    const alert: Kept = {
      id: ++this.raised,
      node: node.number,
      reason,
      level,
      overSince: since,
      from: world.time,
      to: null,
      fact,
      cause,
      noticedAt: first?.t ?? null,
      noticedBy: first?.fact ?? null,
    }
    this.open = [...this.open, alert]
  }

  /** Another alert says already that this node is in trouble; or there is no master, which is the greater news. */
  private isOldNews(world: World, { number }: Node): boolean {
    if (!isUp(world.nodes[newestEpoch(world).master]!)) return true
    return this.open.some(({ node, level }) => node === number && level === 'critical')
  }

  private clear(world: World, alert: Kept, cause: number, note: Note): void {
    const { reason, level, from } = alert
    note(world.nodes[alert.node]!.id, 'alert-cleared', { reason, path: level, us: world.time - from }, cause, true)
    this.open = this.open.filter(({ id }) => id !== alert.id)
    this.past = [...this.past, { ...alert, to: world.time }].slice(-SHOWN)
  }

  /** It is the master's matter: what it has logged, too few others hold. */
  private weighCopies(world: World, cause: number, note: Note): void {
    const master = world.nodes[newestEpoch(world).master]!
    for (const alert of this.open)
      if (alert.reason === 'copies' && alert.node !== master.number) this.clear(world, alert, cause, note)
    const standing = this.standing(master.number, 'copies')
    if (standing === undefined && this.copiesDue > world.time) return
    const { dwellUs } = world.settings.lag
    const since = thinSince(world)
    if (since === NEVER && standing !== undefined) this.clear(world, standing, cause, note)
    this.copiesDue = since === NEVER || standing !== undefined ? NEVER : since + dwellUs
    if (since === NEVER || since + dwellUs > world.time) return
    const { complete, needed } = copiesOf(world)
    const level: Alert['level'] = complete === 0 ? 'critical' : 'warn'
    this.copiesDue = NEVER
    if (standing !== undefined && (standing.level === level || standing.level === 'critical')) return
    const worst = this.farthest(master.number)
    const died = { fact: master.diedBy, brokenAt: master.diedAt }
    const why = worst === undefined ? died : this.whyFarthest(world, worst, since)
    const args = { count: complete, value: needed, us: world.time - since }
    const found: Found = { reason: 'copies', level, since, onset: since, why, args }
    this.raise(world, master, found, standing, note)
  }

  /** The slave with most to receive: it is for its sake that copies are missing. */
  private farthest(master: number): number | undefined {
    let worst: number | undefined
    for (let number = 0; number < this.watched.length; number++) {
      const toReceive = this.watched[number]?.distance.entriesToReceive ?? 0
      if (number === master || toReceive === 0) continue
      if (worst === undefined || toReceive > this.watched[worst]!.distance.entriesToReceive) worst = number
    }
    return worst
  }

  private whyFarthest(world: World, number: number, since: number): Cause {
    return behindWhy(world, world.nodes[number]!, this.watched[number]!.distance, since, this.faults, this.work())
  }

  private work(): { applying: readonly number[]; logged: number } {
    return { applying: this.applying, logged: this.logged }
  }

  private standing(node: number, reason: Reason): Kept | undefined {
    return this.open.find((alert) => alert.node === node && alert.reason === reason)
  }

  private replace(alert: Kept): void {
    this.open = this.open.map((one) => (one.id === alert.id ? alert : one))
  }

  /** A user has noticed: whatever stands for that node, and was not noticed before. */
  private blame({ id, t }: Fact, world: World): void {
    if (!this.open.some(({ noticedAt }) => noticedAt === null)) return
    this.open = this.open.map((alert) =>
      alert.noticedAt === null && this.harm.firstSince(alert.node, t)?.fact === id && world.time === t
        ? { ...alert, noticedAt: t, noticedBy: id }
        : alert,
    )
  }

  private forget(number: number): void {
    if (this.watched[number] !== undefined) this.watched[number] = { ...this.watched[number]!, over: START, due: NEVER }
    this.moved = true
    this.next = -1
  }

  private lookAt(t: number): void {
    this.copiesDue = Math.min(this.copiesDue, t)
    this.moved = true
    this.next = -1
  }

  private reckon(world: World): number {
    let next = this.copiesDue
    for (let number = 0; number < this.watched.length; number++) {
      const watched = this.watched[number]
      if (watched === undefined) continue
      if (this.open.length === 0) next = Math.min(next, watched.due)
      else for (const reason of REASONS) next = Math.min(next, this.nextOf(world, number, watched.over, reason))
    }
    return next
  }

  /** When this reason has something new to say about a node. */
  private nextOf(world: World, number: number, over: Over, reason: (typeof REASONS)[number]): number {
    const standing = this.standing(number, reason)
    const { first, critical } = dueOf(over, reason, world.settings.lag)
    if (standing === undefined) return first
    return standing.level === 'critical' ? NEVER : critical
  }
}

function argsOf(world: World, reason: Reason, level: Alert['level'], distance: Distance, since: number): FactArgs {
  const { time, settings } = world
  const { lag } = settings
  if (reason === 'entries')
    return { count: distance.entriesBehind, value: level === 'critical' ? lag.criticalEntries : lag.warnEntries }
  if (reason === 'seconds')
    return { us: time - distance.oldestAt, value: level === 'critical' ? lag.criticalUs : lag.warnUs }
  return { us: time - since, value: lag.noDataUs }
}
