/**
 * Watches that what the master has logged does not stand in too few logs for longer than the dwell time. It is the master's
 * matter: all slaves may look healthy by their own measure while the next disk that fails takes data with it.
 */
import type { Fact, FactKind } from '../fact.ts'
import type { Alert } from '../frame/index.ts'
import type { Node, World } from '../world/index.ts'
import { type AlertBook, isSaid, type Note } from './alertBook.ts'
import type { Cause } from './behindWhy.ts'
import { copiesOf, thinSince } from './copies.ts'
import { newestEpoch } from './history.ts'
import { NEVER } from './over.ts'

/** After these an entry may have fewer copies than before. */
const THINS: ReadonlySet<FactKind> = new Set<FactKind>([
  'killed',
  'promoted',
  'setting-changed',
  'slave-removed',
  'rebuild-asked',
  'slave-added',
])

/** Why entries of this master have too few copies since then. */
type Why = (world: World, master: Node, since: number) => Cause

export class CopiesWatch {
  private readonly book: AlertBook
  private readonly why: Why
  /** When to look next. */
  private due = NEVER

  constructor(book: AlertBook, why: Why) {
    this.book = book
    this.why = why
  }

  /** True when it has to look sooner than it had planned. */
  see({ kind, t }: Fact, world: World): boolean {
    if (kind === 'entries-logged') {
      if (this.due !== NEVER) return false
      this.due = t + world.settings.lag.dwellUs
    } else {
      if (!THINS.has(kind)) return false
      this.due = Math.min(this.due, t)
    }
    return true
  }

  dueAt(): number {
    return this.due
  }

  review(world: World, cause: number, note: Note): void {
    const { book } = this
    const master = world.nodes[newestEpoch(world).master]!
    for (const alert of book.standingElsewhere(master.number, 'copies')) book.clear(world, alert, cause, note)
    const standing = book.standing(master.number, 'copies')
    if (standing === undefined && this.due > world.time) return
    const { dwellUs } = world.settings.lag
    const since = thinSince(world)
    if (since === NEVER && standing !== undefined) book.clear(world, standing, cause, note)
    this.due = since === NEVER || standing !== undefined ? NEVER : since + dwellUs
    if (since === NEVER || since + dwellUs > world.time) return
    this.due = NEVER
    const { complete, needed } = copiesOf(world)
    const level: Alert['level'] = complete === 0 ? 'critical' : 'warn'
    if (isSaid(standing, level)) return
    const args = { count: complete, value: needed, us: world.time - since }
    const why = this.why(world, master, since)
    book.raise(world, master, { reason: 'copies', level, since, onset: since, why, args }, note)
  }

  snapshot(): number {
    return this.due
  }

  restore(from: number): void {
    this.due = from
  }
}
