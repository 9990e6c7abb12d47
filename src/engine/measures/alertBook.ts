/**
 * The alerts that stand and those that stood: each is a fact when it is raised and another one when it is over, and knows
 * whether a user has noticed first. By that a threshold is judged: an alert that comes after the complaints is late.
 */
import type { Fact, FactArgs, FactKind } from '../fact.ts'
import type { Alert } from '../frame/index.ts'
import type { Node, World } from '../world/index.ts'
import type { Cause } from './behindWhy.ts'
import { Harm, type HarmSnapshot } from './harm.ts'
import { newestEpoch } from './history.ts'
import { isUp } from './parts.ts'

export type Reason = Alert['reason']

/** One alert as it is kept: of a node by number. */
interface Kept extends Omit<Alert, 'node'> {
  readonly node: number
}

/** What is to be raised. */
export interface Found {
  readonly reason: Reason
  readonly level: Alert['level']
  /** Since when it is over the threshold, and since when users may have felt it. */
  readonly since: number
  readonly onset: number
  readonly why: Cause
  readonly args: FactArgs
}

/** Writes a fact down, with its cause; `old`: it is no milestone. Returns its id. */
export type Note = (at: string, kind: FactKind, args: FactArgs, cause: number, old: boolean) => number

/** Immutable, like all in it. */
export interface BookSnapshot {
  readonly open: readonly Kept[]
  readonly past: readonly Kept[]
  readonly raised: number
  readonly harm: HarmSnapshot
}

/** Alerts that a frame shows; and that are kept. */
const SHOWN = 50

/** Has it been said already? An alert never gets better before it is over. */
export const isSaid = (standing: Kept | undefined, level: Alert['level']): boolean =>
  standing !== undefined && (standing.level === level || standing.level === 'critical')

export class AlertBook {
  private open: readonly Kept[] = []
  private past: readonly Kept[] = []
  private raised = 0
  private readonly harm = new Harm()

  /** Every fact: one of them may be what a user notices. */
  see(fact: Fact, world: World): void {
    if (this.harm.see(fact, world)) this.blame(fact, world)
  }

  isEmpty(): boolean {
    return this.open.length === 0
  }

  standing(node: number, reason: Reason): Kept | undefined {
    return this.open.find((alert) => alert.node === node && alert.reason === reason)
  }

  standingElsewhere(node: number, reason: Reason): Kept[] {
    return this.open.filter((alert) => alert.node !== node && alert.reason === reason)
  }

  /** One more alert, or the one that stands for the same reason gets worse. */
  raise(world: World, node: Node, found: Found, note: Note): void {
    const { reason, level, since, onset, why, args } = found
    const standing = this.standing(node.number, reason)
    const cause = standing?.cause ?? why.fact
    const told = { reason, path: level, ...args }
    const fact = note(node.id, 'alert-raised', told, cause, level !== 'critical' || this.isOldNews(world, node))
    if (standing !== undefined) {
      this.open = this.open.map((one) => (one.id === standing.id ? { ...standing, level } : one))
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

  clear(world: World, alert: Kept, cause: number, note: Note): void {
    const { reason, level, from } = alert
    note(world.nodes[alert.node]!.id, 'alert-cleared', { reason, path: level, us: world.time - from }, cause, true)
    this.open = this.open.filter(({ id }) => id !== alert.id)
    this.past = [...this.past, { ...alert, to: world.time }].slice(-SHOWN)
  }

  frame(world: World): Alert[] {
    const shown = [...this.past, ...this.open].sort((a, b) => a.id - b.id)
    return shown.map((alert) => ({ ...alert, node: world.nodes[alert.node]!.id }))
  }

  snapshot(): BookSnapshot {
    const { open, past, raised } = this
    return { open, past, raised, harm: this.harm.snapshot() }
  }

  restore(from: BookSnapshot): void {
    this.open = from.open
    this.past = from.past
    this.raised = from.raised
    this.harm.restore(from.harm)
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

  /** Another alert says already that this node is in trouble; or there is no master, which is the greater news. */
  private isOldNews(world: World, { number }: Node): boolean {
    if (!isUp(world.nodes[newestEpoch(world).master]!)) return true
    return this.open.some(({ node, level }) => node === number && level === 'critical')
  }
}
