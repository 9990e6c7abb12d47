import { beforeAll, describe, expect, it } from 'vitest'
import type { Fact } from '../../engine/index.ts'
import { preset } from '../../scenarios/index.ts'
import { createLab } from '../../worker/index.ts'
import { CSV_COLUMNS, eventsCsv } from './csv.ts'
import { SHIVIZ_EXPRESSION, shivizLog } from './shiviz.ts'

let facts: Fact[]
beforeAll(async () => {
  const lab = createLab()
  lab.do({ do: 'load', run: preset('failover-lost-writes')!.run, t: 3_000_000 })
  facts = await lab.ask({ ask: 'facts', from: 0, to: 3_000_000, most: 10_000 })
  lab.close()
  expect(facts.length).toBeGreaterThan(200)
})

/** A reader of RFC 4180 that knows nothing of the writer. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [[]]
  let [cell, quoted] = ['', false]
  for (let i = 0; i < text.length; i++) {
    const c = text[i]!
    if (quoted) {
      if (c !== '"') cell += c
      else if (text[i + 1] === '"') cell += text[++i]
      else quoted = false
    } else if (c === '"') quoted = true
    else if (c === ',' || c === '\r') {
      rows[rows.length - 1]!.push(cell)
      cell = ''
    } else if (c === '\n') rows.push([])
    else cell += c
  }
  expect(rows.pop()).toEqual([])
  return rows
}

describe('events as CSV', () => {
  it('has a row for each event, all as wide as the first', () => {
    const [head, ...rows] = readCsv(eventsCsv(facts))
    expect(head).toEqual([...CSV_COLUMNS])
    expect(rows).toHaveLength(facts.length)
    for (const row of rows) expect(row).toHaveLength(CSV_COLUMNS.length)
  })

  it('says what the events say', () => {
    const [head, ...rows] = readCsv(eventsCsv(facts))
    const column = (row: string[], name: string) => row[head!.indexOf(name)]
    facts.forEach((fact, i) => {
      const row = rows[i]!
      expect(Number(column(row, 'id'))).toBe(fact.id)
      expect(Math.round(Number(column(row, 't_s')) * 1_000_000)).toBe(fact.t)
      expect(Number(column(row, 'cause'))).toBe(fact.cause)
      for (const [name, value] of Object.entries(fact.args))
        expect(column(row, name), `${fact.kind} ${name}`).toBe(Array.isArray(value) ? value.join(' ') : String(value))
    })
    const killed = rows.find((row) => column(row, 'kind') === 'killed')!
    expect(column(killed, 'sentence')).toMatch(/^db1 dies, and /)
  })

  it('quotes what would break a row', () => {
    const odd = {
      id: 1,
      t: 5,
      at: 'run',
      kind: 'setting-changed',
      args: { path: 'a,b', reason: 'say "no"\nnow' },
      cause: 0,
    }
    const rows = readCsv(eventsCsv([odd as Fact]))
    expect(rows[1]![CSV_COLUMNS.indexOf('path')]).toBe('a,b')
    expect(rows[1]![CSV_COLUMNS.indexOf('reason')]).toBe('say "no"\nnow')
  })
})

describe('events for ShiViz', () => {
  /** Read as ShiViz reads: the first line is the expression, the second the delimiter of executions, which is empty. */
  function read(log: string) {
    const [expression, delimiter, ...rest] = log.split('\n')
    expect(delimiter).toBe('')
    return [...rest.join('\n').matchAll(new RegExp(expression!, 'g'))].map(({ groups }) => ({
      host: groups!['host']!,
      clock: JSON.parse(groups!['clock']!) as Record<string, number>,
      event: groups!['event']!,
    }))
  }

  it('are read again by the expression in its first line, one for each event', () => {
    const log = shivizLog(facts)
    expect(log.startsWith(`${SHIVIZ_EXPRESSION}\n\n`)).toBe(true)
    const events = read(log)
    expect(events.map(({ host }) => host)).toEqual(facts.map(({ at }) => at))
    expect(events.every(({ event }) => event !== '')).toBe(true)
  })

  it('count each host’s own events without a gap, and no clock ever goes back', () => {
    const last = new Map<string, Record<string, number>>()
    for (const { host, clock } of read(shivizLog(facts))) {
      const before = last.get(host) ?? {}
      expect(clock[host]).toBe((before[host] ?? 0) + 1)
      for (const [other, count] of Object.entries(before)) expect(clock[other]).toBeGreaterThanOrEqual(count)
      last.set(host, clock)
    }
    expect(last.size).toBeGreaterThan(4)
  })

  it('put every cause before its effect, also on another host, and nothing before what it does not know of', () => {
    const events = read(shivizLog(facts))
    const byId = new Map(facts.map(({ id }, i) => [id, events[i]!]))
    let across = 0
    facts.forEach(({ cause, at }, i) => {
      const before = byId.get(cause)
      if (!before) return
      for (const [host, count] of Object.entries(before.clock))
        expect(events[i]!.clock[host]).toBeGreaterThanOrEqual(count)
      if (before.host !== at) across++
    })
    expect(across).toBeGreaterThan(20)
    // No clock counts more events of a host than there are.
    const total = new Map<string, number>()
    for (const { host } of events) total.set(host, (total.get(host) ?? 0) + 1)
    for (const { clock } of events)
      for (const [host, count] of Object.entries(clock)) expect(count).toBeLessThanOrEqual(total.get(host) ?? 0)
  })
})
