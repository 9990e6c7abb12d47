/** Events as a table for spreadsheets and scripts: RFC 4180, one row an event, columns that never move. */
import type { Fact, FactArgs } from '../../engine/index.ts'
import { milestone } from '../../words/index.ts'

/** The column of every argument that any kind carries, named as in the engine's table; one that is forgotten does not compile. Times in `us` are microseconds. */
const COLUMN: { readonly [K in keyof FactArgs]-?: K } = {
  from: 'from',
  to: 'to',
  peer: 'peer',
  upstream: 'upstream',
  write: 'write',
  key: 'key',
  value: 'value',
  epoch: 'epoch',
  count: 'count',
  us: 'us',
  reason: 'reason',
  path: 'path',
  entry: 'entry',
  other: 'other',
  place: 'place',
  list: 'list',
}
const ARGS = Object.values(COLUMN)

/** `t_s`: seconds of the run, to the microsecond. `cause`: the id of another row, 0 = none. `list`: ids with spaces between. */
export const CSV_COLUMNS = ['id', 't_s', 'at', 'kind', ...ARGS, 'cause', 'sentence'] as const

export function eventsCsv(facts: readonly Fact[]): string {
  const rows = facts.map((fact) => [
    fact.id,
    (fact.t / 1_000_000).toFixed(6),
    fact.at,
    fact.kind,
    ...ARGS.map((name) => {
      const value = fact.args[name]
      return Array.isArray(value) ? value.join(' ') : value
    }),
    fact.cause,
    milestone(fact),
  ])
  return [CSV_COLUMNS, ...rows].map((row) => `${row.map(field).join(',')}\r\n`).join('')
}

function field(value: string | number | undefined): string {
  const text = value === undefined ? '' : String(value)
  return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text
}
