import type { Fact, FactKind } from '../fact.ts'
import { wallOf } from '../measures/clock.ts'
import { reportedLag } from '../measures/lag.ts'
import { applies, receives } from '../measures/parts.ts'
import type { World } from '../world/index.ts'
import { Checker, nodeAt } from './checker.ts'

/**
 * I10: what a slave reports as Seconds_Behind_Source follows the table of DOMAIN 2.2, said here once more in other
 * words: unknown without both threads, 0 when the relay log is used up, otherwise the age by the slave's clock.
 */
export class ReportedLag extends Checker {
  readonly name = 'I10'
  readonly kind = 'invariant'
  readonly kinds: FactKind[] = [
    'entries-received',
    'entries-applied',
    'apply-started',
    'applier-stopped',
    'applier-blocked',
    'applier-started',
    'receiver-connecting',
    'receiver-connected',
    'receiver-stopped',
  ]

  private readonly report: typeof reportedLag

  /** `report`: what a slave says; another one than the real one only to see whether it is caught. */
  constructor(report = reportedLag) {
    super()
    this.report = report
  }

  see(fact: Fact, world: World): void {
    const node = nodeAt(world, fact)
    if (!node) return
    const reported = this.report(world, node)
    const threads = applies(node) && receives(node)
    if (threads !== (reported !== null))
      this.broken(
        fact,
        `${node.id} reports ${reported} while its threads are ${threads ? 'running' : 'not both running'}.`,
      )
    if (reported === null) return
    const waiting = node.log.end - node.applied.position
    if (waiting <= 0) {
      if (reported !== 0) this.broken(fact, `${node.id} reports ${reported} s with nothing left to apply.`)
      return
    }
    const stamp = world.entries.wallUsOf(node.log.entryAt(node.applied.position + 1))
    const clock = wallOf(world, node)
    const age = (clock - stamp + node.clockDiff) / 1_000_000
    // Whole seconds at either end: up to one more or less than the exact age.
    if (Math.abs(reported - Math.max(0, age)) > 1.5)
      this.broken(fact, `${node.id} reports ${reported} s for an entry that is ${Math.floor(age)} s old.`)
  }
}
