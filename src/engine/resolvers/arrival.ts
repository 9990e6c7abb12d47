/**
 * MySQL and MariaDB as they are, without any rule: whatever arrives last stands, found by its key alone, and nobody
 * asks what it was written on top of. Two masters that update one row end with each other's value, and no error. Only
 * what cannot be executed stops the applier: a key that is there already (1062), a row that is not (1032). Shipped as
 * statements, changes are executed anew on what stands here: increments add up, and an update of a missing row
 * changes no row and is no error.
 *
 * MySQL keeps neither vectors nor tombstones. `context` is ours, to tell what the database could not.
 */
import { account, type Remarks } from './met.ts'
import type { Met, Resolver } from './resolver.ts'
import type { RowState } from './row.ts'
import { join } from './vector.ts'
import { dotsOf, historyOf, type Version } from './version.ts'

/**
 * What an applier does that meets an error: it stops; it leaves the change out (`slave_skip_errors`); or it makes the
 * row what the change says (`slave_exec_mode=IDEMPOTENT`): a duplicate is overwritten, a missing row is ignored. That
 * counts for row images only; with statements it stops.
 */
export type OnError = 'stop' | 'skip' | 'overwrite'

/** The statement that a client gave; an `amount` or an `element` is canonical JSON of a whole number. */
export type Statement =
  | { readonly operation: 'put' | 'insert' | 'delete' }
  | { readonly operation: 'increment' | 'add'; readonly argument: number }

export interface Applied extends Met {
  /** 1062: duplicate key. 1032: row not found. 0: none. */
  readonly code: 0 | 1062 | 1032
  /** The applier has stopped in front of this change; the row is as it was. */
  readonly stopped: boolean
  /** It overwrote a row with another key that held the same unique value: that row is to be removed. */
  readonly evicts: boolean
}

/** A row image arrives. `uniqueTaken`: another row holds its unique value. */
export function applyRow(row: RowState, version: Version, onError: OnError, uniqueTaken = false): Applied {
  const there = row.versions.length > 0
  const code = version.image === 'insert' ? (there || uniqueTaken ? 1062 : 0) : there ? 0 : 1032
  if (code === 0) return { ...replaced(row, version), code, stopped: false, evicts: false }
  if (onError === 'stop') return stopped(row, version, code)
  if (onError === 'skip' || code === 1032) return skipped(row, version, code)
  return { ...replaced(row, version), code, stopped: false, evicts: uniqueTaken }
}

/** A statement arrives and is executed anew. */
export function applyStatement(
  row: RowState,
  version: Version,
  statement: Statement,
  onError: OnError,
  uniqueTaken = false,
): Applied {
  const standing = row.versions[0]
  if (version.image === 'insert' && (standing || uniqueTaken))
    return onError === 'skip' ? skipped(row, version, 1062) : stopped(row, version, 1062)
  if (version.image !== 'insert' && !standing)
    return { ...ignored(row, version), code: 0, stopped: false, evicts: false }
  const executed = standing ? execute(statement, standing, version) : version
  return { ...replaced(row, executed), code: 0, stopped: false, evicts: false }
}

/**
 * A master that checks GTID sequences strictly, with one domain for both masters (MariaDB's `gtid_strict_mode`): what
 * comes must be higher than all that the domain has here, else the applier stops with 1950. `last`: 0 for none.
 */
export function applyInDomain(last: number, sequence: number): 0 | 1950 {
  return sequence > last ? 0 : 1950
}

/** A client's write replaces what stands; a copy of the table (a repair) replaces it, too. */
export const arrival: Resolver = {
  write: (row, version) => replaced(row, version),
  merge(here, there) {
    const came = there.versions.filter((version) => !here.versions.includes(version))
    const context = join(here.context, there.context)
    return account(here, came, { versions: there.versions, shown: there.versions, context }, SWAPPED)
  },
}

const SWAPPED: Remarks = { outcome: 'swapped' }

function replaced(row: RowState, version: Version): Met {
  const versions = version.image === 'delete' ? [] : [version]
  const context = join(row.context, historyOf(version))
  const met = account(row, [version], { versions, shown: [version], context }, SWAPPED)
  return { ...met, row: { versions, shown: versions, context } }
}

function execute(statement: Statement, standing: Version, version: Version): Version {
  if (statement.operation !== 'increment' && statement.operation !== 'add') return version
  const value = JSON.parse(standing.value) as unknown
  const next =
    statement.operation === 'increment' ? numberOf(value) + statement.argument : [...listOf(value), statement.argument]
  // Both are in it now.
  const sources = [...dotsOf(standing), ...dotsOf(version)]
  return { ...version, value: JSON.stringify(next), sources, context: join(standing.context, version.context) }
}

const numberOf = (value: unknown): number => (typeof value === 'number' ? value : 0)
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])

/** The change is left out; the row stays. */
function skipped(row: RowState, version: Version, code: 1062 | 1032): Applied {
  return { ...refusal(row, version, 'skipped'), code, stopped: false, evicts: false }
}

function stopped(row: RowState, version: Version, code: 1062 | 1032): Applied {
  return { ...refusal(row, version, 'stopped'), row, code, stopped: true, evicts: false }
}

/** No row is changed, and nobody hears of it. */
function ignored(row: RowState, version: Version): Met {
  return refusal(row, version, 'skipped')
}

/** A delete that meets no row has what it wanted; anything else that is not carried out is discarded here. */
function refusal(row: RowState, version: Version, outcome: 'skipped' | 'stopped'): Met {
  const context = join(row.context, historyOf(version))
  const met = account(row, [version], { ...row, context }, { outcome })
  const discarded = outcome === 'stopped' || version.image === 'delete' ? [] : met.discarded
  return { ...met, discarded, conflict: true, outcome }
}
