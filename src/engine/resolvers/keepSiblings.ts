/**
 * A rule that keeps siblings, made of two answers: what a client's write leaves of what stood there, and what of the
 * siblings a reader is shown.
 */
import { account, type Remarks } from './met.ts'
import type { Resolver } from './resolver.ts'
import type { RowState } from './row.ts'
import { keepUnseen } from './siblings.ts'
import { covers, join } from './vector.ts'
import { historyOf, type Version } from './version.ts'

export interface SiblingRule {
  /** What stays of the row beside a client's new version. */
  left(row: RowState, version: Version): readonly Version[]
  /** `kept` were here, `came` are new. `row`: what stood here before. */
  show(kept: readonly Version[], came: readonly Version[], row: RowState): Shown
}

interface Shown extends Remarks {
  readonly versions: readonly Version[]
  readonly shown: readonly Version[]
}

export function keepSiblings(rule: SiblingRule): Resolver {
  return {
    write(row, version) {
      const { versions, shown, ...remarks } = rule.show(rule.left(row, version), [version], row)
      return account(row, [version], { versions, shown, context: join(row.context, historyOf(version)) }, remarks)
    },
    merge(here, there) {
      const { kept, came } = keepUnseen(here, there)
      const { versions, shown, ...remarks } = rule.show(kept, came, here)
      const row = { versions, shown, context: join(here.context, there.context) }
      return account(here, came, row, remarks)
    },
  }
}

/** What a write leaves whose context tells exactly which versions its client had seen. */
export const unseenBy = (row: RowState, version: Version): readonly Version[] =>
  row.versions.filter((standing) => !covers(version.context, standing))
