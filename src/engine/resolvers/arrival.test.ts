/**
 * What a pair of MariaDB 10.11 servers did that copied from each other, recorded three times over with 20 ms between
 * them: final rows, error numbers, and whether a later write still came through.
 */
import { expect, test } from 'vitest'
import {
  type Applied,
  applyInDomain,
  applyRow,
  applyStatement,
  arrival,
  type OnError,
  type Statement,
} from './arrival.ts'
import { EMPTY_ROW, type RowState, sameRow, valuesOf } from './row.ts'
import type { Version } from './version.ts'

interface Written {
  readonly key: string
  readonly version: Version
  readonly statement: Statement
}

/** Two servers. What was written while the other did not hear it is applied there afterwards, in order. */
class Pair {
  readonly tables = [new Map<string, RowState>(), new Map<string, RowState>()]
  readonly errors = [0, 0]
  readonly seen: Applied[] = []
  private readonly sent: Written[][] = [[], []]
  private readonly ship: 'row' | 'statement'
  private readonly onError: OnError
  private sequence = 0

  constructor(ship: 'row' | 'statement' = 'row', onError: OnError = 'stop') {
    this.ship = ship
    this.onError = onError
  }

  row(at: number, key: string): RowState {
    return this.tables[at]!.get(key) ?? EMPTY_ROW
  }

  write(at: number, key: string, statement: Statement, value = ''): void {
    const row = this.row(at, key)
    const version: Version = {
      origin: at,
      sequence: ++this.sequence,
      value: statement.operation === 'delete' ? '' : value,
      image: statement.operation === 'delete' ? 'delete' : row.versions.length === 0 ? 'insert' : 'update',
      wallUs: 0,
      hybrid: { us: 0, count: 0 },
      context: row.context,
      base: null,
      priority: 0,
      sources: [],
    }
    this.tables[at]!.set(key, arrival.write(row, version).row)
    this.sent[at]!.push({ key, version, statement })
  }

  /** Both apply what the other has sent. */
  exchange(): void {
    for (const to of [0, 1]) {
      const from = this.sent[1 - to]!
      while (this.errors[to] === 0 && from.length > 0) {
        const { key, version, statement } = from.shift()!
        const row = this.row(to, key)
        const applied =
          this.ship === 'row'
            ? applyRow(row, version, this.onError)
            : applyStatement(row, version, statement, this.onError)
        this.seen.push(applied)
        this.tables[to]!.set(key, applied.row)
        if (applied.stopped) this.errors[to] = applied.code
      }
    }
  }

  /** Does a write that is made now still come through, each way? */
  laterArrives(): boolean[] {
    const key = 'later'
    for (const at of [0, 1]) this.write(at, `${key}${at}`, { operation: 'insert' }, '1')
    this.exchange()
    return [1, 0].map((from) => this.row(1 - from, `${key}${from}`).versions.length === 1)
  }

  values(key: string): (readonly string[])[] {
    return [0, 1].map((at) => valuesOf(this.row(at, key)))
  }
}

const put: Statement = { operation: 'put' }
const insert: Statement = { operation: 'insert' }
const remove: Statement = { operation: 'delete' }

/** Both have the row x = `value` before the case begins. */
function withRow(value: string, ship: 'row' | 'statement' = 'row', onError: OnError = 'stop'): Pair {
  const pair = new Pair(ship, onError)
  pair.write(0, 'x', insert, value)
  pair.exchange()
  return pair
}

test('[W28] both update one row: each ends with the value of the other, no error is reported, and all goes on', () => {
  const pair = withRow('"old"')
  pair.write(0, 'x', put, '"fromA"')
  pair.write(1, 'x', put, '"fromB"')
  pair.exchange()
  expect(pair.values('x')).toEqual([['"fromB"'], ['"fromA"']])
  expect(pair.errors).toEqual([0, 0])
  for (const { conflict, outcome, relation } of pair.seen.slice(1))
    expect({ conflict, outcome, relation }).toEqual({ conflict: true, outcome: 'swapped', relation: 'concurrent' })
  expect(sameRow(pair.row(0, 'x'), pair.row(1, 'x'))).toBe(false)
  expect(pair.laterArrives()).toEqual([true, true])
})

test('[W28] the second 100 ms later, when it has seen the first: both end with the second', () => {
  const pair = withRow('"old"')
  pair.write(0, 'x', put, '"fromA"')
  pair.exchange()
  pair.write(1, 'x', put, '"fromB"')
  pair.exchange()
  expect(pair.values('x')).toEqual([['"fromB"'], ['"fromB"']])
  expect(pair.seen.some(({ conflict }) => conflict)).toBe(false)
})

test('[W29] both insert the same generated key: both appliers stop with 1062, and each keeps its own row', () => {
  const pair = new Pair()
  pair.write(0, 'n1', insert, '"A"')
  pair.write(1, 'n1', insert, '"B"')
  pair.exchange()
  expect(pair.values('n1')).toEqual([['"A"'], ['"B"']])
  expect(pair.errors).toEqual([1062, 1062])
  expect(pair.laterArrives()).toEqual([false, false])
})

test('[W29] with interleaved keys both rows are on both', () => {
  const pair = new Pair()
  pair.write(0, 'n1', insert, '"A"')
  pair.write(1, 'n2', insert, '"B"')
  pair.exchange()
  expect([pair.values('n1'), pair.values('n2')]).toEqual([
    [['"A"'], ['"A"']],
    [['"B"'], ['"B"']],
  ])
  expect(pair.errors).toEqual([0, 0])
  expect(pair.laterArrives()).toEqual([true, true])
})

test('[W30] one deletes what the other updates: the update finds no row and stops with 1032; neither has the row', () => {
  const pair = withRow('"old"')
  pair.write(0, 'x', remove)
  pair.write(1, 'x', put, '"fromB"')
  pair.exchange()
  expect(pair.values('x')).toEqual([[], []])
  expect(pair.errors).toEqual([1032, 0])
  expect(pair.laterArrives()).toEqual([false, true])
})

test('[W30] both delete: both stop with 1032', () => {
  const pair = withRow('"old"')
  pair.write(0, 'x', remove)
  pair.write(1, 'x', remove)
  pair.exchange()
  expect(pair.values('x')).toEqual([[], []])
  expect(pair.errors).toEqual([1032, 1032])
  expect(pair.laterArrives()).toEqual([false, false])
})

test.each<['row' | 'statement', string[]]>([
  ['row', ['101', '110']],
  ['statement', ['111', '111']],
])('[W31] both increment a counter, shipped as %s', (ship, ends) => {
  const pair = withRow('100', ship)
  pair.write(0, 'x', { operation: 'increment', argument: 10 }, '110')
  pair.write(1, 'x', { operation: 'increment', argument: 1 }, '101')
  pair.exchange()
  expect(pair.values('x').flat()).toEqual(ends)
  expect(pair.errors).toEqual([0, 0])
  expect(pair.seen.slice(1).flatMap(({ discarded }) => discarded).length).toBe(ship === 'row' ? 2 : 0)
  expect(pair.laterArrives()).toEqual([true, true])
})

test('[W31] elements added to a list: statements keep both, in the order of arrival', () => {
  const pair = withRow('[1]', 'statement')
  pair.write(0, 'x', { operation: 'add', argument: 2 }, '[1,2]')
  pair.write(1, 'x', { operation: 'add', argument: 3 }, '[1,3]')
  pair.exchange()
  expect(pair.values('x').flat()).toEqual(['[1,3,2]', '[1,2,3]'].reverse())
})

test('[W32] overwrite never stops: a duplicate insert replaces the row, so the rows end swapped', () => {
  const pair = new Pair('row', 'overwrite')
  pair.write(0, 'n1', insert, '"A"')
  pair.write(1, 'n1', insert, '"B"')
  pair.exchange()
  expect(pair.values('n1')).toEqual([['"B"'], ['"A"']])
  expect(pair.errors).toEqual([0, 0])
  expect(pair.seen.map(({ code }) => code)).toEqual([1062, 1062])
  expect(pair.laterArrives()).toEqual([true, true])
})

test('[W32] overwrite ignores a change to a missing row', () => {
  const pair = withRow('"old"', 'row', 'overwrite')
  pair.write(0, 'x', remove)
  pair.write(1, 'x', put, '"fromB"')
  pair.exchange()
  expect(pair.values('x')).toEqual([[], []])
  expect(pair.errors).toEqual([0, 0])
  expect(pair.seen[1]).toMatchObject({
    code: 1032,
    outcome: 'skipped',
    conflict: true,
    discarded: [{ value: '"fromB"' }],
  })
})

test('[W32] overwrite counts for row images only: a duplicate that comes as a statement stops the applier', () => {
  const pair = new Pair('statement', 'overwrite')
  pair.write(0, 'n1', insert, '"A"')
  pair.write(1, 'n1', insert, '"B"')
  pair.exchange()
  expect(pair.errors).toEqual([1062, 1062])
})

test('[W33] skip leaves out what cannot be carried out, and goes on', () => {
  for (const ship of ['row', 'statement'] as const) {
    const pair = new Pair(ship, 'skip')
    pair.write(0, 'n1', insert, '"A"')
    pair.write(1, 'n1', insert, '"B"')
    pair.exchange()
    expect(pair.values('n1')).toEqual([['"A"'], ['"B"']])
    expect(pair.seen.map(({ code, outcome }) => [code, outcome])).toEqual([
      [1062, 'skipped'],
      [1062, 'skipped'],
    ])
    expect(pair.laterArrives()).toEqual([true, true])
  }
})

test('[W34] a statement that finds no row changes none and is no error', () => {
  const pair = withRow('"old"', 'statement')
  pair.write(0, 'x', remove)
  pair.write(1, 'x', put, '"fromB"')
  pair.exchange()
  expect(pair.values('x')).toEqual([[], []])
  expect(pair.errors).toEqual([0, 0])
  expect(pair.seen[1]).toMatchObject({ code: 0, conflict: true, discarded: [{ value: '"fromB"' }] })
})

test('[W35] the same unique value under another key stops with 1062; overwriting it removes the other row', () => {
  const pair = new Pair()
  pair.write(1, 'n2', insert, '"B"')
  const [{ version }] = (pair as unknown as { sent: Written[][] }).sent[1] as [Written]
  expect(applyRow(EMPTY_ROW, version, 'stop', true)).toMatchObject({ code: 1062, stopped: true, evicts: false })
  const over = applyRow(EMPTY_ROW, version, 'overwrite', true)
  expect(over).toMatchObject({ code: 1062, stopped: false, evicts: true })
  expect(valuesOf(over.row)).toEqual(['"B"'])
  expect(applyStatement(EMPTY_ROW, version, insert, 'stop', true)).toMatchObject({ code: 1062, stopped: true })
})

test('[W36] a stopped applier has not touched the row, and meets the same error when it tries again', () => {
  const pair = new Pair()
  pair.write(0, 'n1', insert, '"A"')
  pair.write(1, 'n1', insert, '"B"')
  const before = pair.row(0, 'n1')
  pair.exchange()
  expect(pair.row(0, 'n1')).toBe(before)
  const { version } = { version: pair.row(1, 'n1').versions[0]! }
  expect(applyRow(before, version, 'stop').code).toBe(1062)
  expect(applyRow(EMPTY_ROW, version, 'stop')).toMatchObject({ code: 0, stopped: false })
})

test('[W37] both write in one domain with strict sequences: what comes is not higher, 1950 on both sides', () => {
  const last = [2, 2]
  expect(last.map((here, at) => applyInDomain(here, last[1 - at]!))).toEqual([1950, 1950])
  expect(applyInDomain(2, 3)).toBe(0)
})
