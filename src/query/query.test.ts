import { describe, expect, it } from 'vitest'
import { cast, sightAt, story } from './fixtures/smallStory.ts'
import { measure, parseMeasure, parseQuery } from './index.ts'

function worth(text: string): number | null | undefined {
  const read = parseMeasure(text, cast)
  if ('problem' in read) throw new Error(read.problem)
  return measure([read.measure], story)[0]
}
function asked(text: string, ms: number) {
  const read = parseQuery(text, cast)
  if ('problem' in read) throw new Error(read.problem)
  return read.query.at(sightAt(ms * 1000))
}

describe('a query at one instant', () => {
  it.each([
    ['lag(db2).entries', 150, 3],
    ['lag(db2).entriesBehind', 150, 3],
    ['lag(db2).ms', 150, 3],
    ['lag(db1).entries', 150, null],
    ['lag(db2).reported = null', 250, true],
    ['lag(db2).reported < 5', 250, false],
    ['lag(db2).reported + 1', 250, null],
    ['happened(link-stalled)', 99, false],
    ['happened(link-stalled)', 100, true],
    ['happened(write-ok(c2))', 60, true],
    ['happened(write-ok(c2, to > 3))', 60, false],
    ['count(write-ok)', 60, 2],
    ['first(write-ok(c2))', 60, 55],
    ['gate = fallen-back and not happened(link-healed)', 250, true],
    ['node(db1).role = master', 0, true],
    ['node(master).received', 0, 5],
    ['node(db2).upstream = master', 0, true],
    ['master = db1', 0, true],
    ['link(db2, db1).state = up', 0, true],
    ['setting("network.oneWayMs") = 5', 0, true],
    ['setting("replication.mode") = async', 0, true],
    ['row(db2, "k2")', 0, 1],
    ['rows(db1)', 0, 3],
    ['rowsOnly(db1, db2)', 0, 2],
    ['rowsOnly(db2, db1)', 0, 1],
    ['same(db1, db2)', 0, false],
    ['same(db1, db1)', 0, true],
    ['lostIf(db2)', 100, 0],
    ['lostIf(db2)', 200, 1],
    ['unheardIf(db1)', 200, 1],
    ['unheardIf(db2)', 54, 1],
    ['unheardIf(db2)', 60, 0],
    ['client(c1).target = db1', 0, true],
    ['guarantee(appliedOnce).held', 0, true],
    ['monitor.state = watching', 0, false],
    ['node(db3).process = up', 0, false],
    ['applier(db2).error = null', 0, true],
    ['masters.agree = null', 0, true],
    ['channel(db2, db1).error = null', 0, true],
    ['versions(db2, "k1")', 0, 1],
    ['versions(db2, "k9")', 0, 0],
    ['vector("db2:1", db1)', 0, 1],
    ['vector("db2:1", db3)', 0, 0],
    ['vector("db2:7", db1) = null', 0, true],
    ['relation("db1:1", "db2:1")', 0, 'before'],
    ['relation("db2:1", "db1:1") = after', 0, true],
    ['relation("db2:1", "db1:2") = concurrent', 0, true],
    ['relation("db1:1", "db1:1") = null', 0, true],
  ])('%s at %i ms', (text, ms, value) => expect(asked(text, ms)).toBe(value))
})

describe('a measure of a whole run', () => {
  it.each([
    // reckoning
    ['1 + 2 * 3 - 4 / 2', 5],
    ['-(1 - 3)', 2],
    ['1 / 0', null],
    ['2s + 5ms + 500us', 2005.5],
    ['85% * 2', 1.7],
    ['max(1, 5, 3) - min(4, 2)', 3],
    ['abs(1 - 4) + round(2.6) + floor(2.6)', 8],
    ['true and not false or false', 1],
    ['1 < 2 and not 2 < 1', 1],
    // facts
    ['count(write-ok)', 3],
    ['count(write-ok from 50 to 100)', 1],
    ['count(write-ok from promoted)', 0],
    ['first(promoted)', null],
    ['first(write-ok from link-stalled)', 157],
    ['last(write-ok)', 157],
    ['nth(2, write-ok)', 55],
    ['nth(9, write-ok)', null],
    ['p50(ms of write-ok)', 5],
    ['max(us of write-ok(c1))', 7000],
    ['sum(ms of write-ok)', 15],
    ['mean(ms of write-ok)', 5],
    ['p95(ms of write-ok)', 7],
    ['p50(ms of write-ok(to <= 3))', 4],
    ['count(write-ok(to > at(link-stalled, node(db2).received)))', 1],
    ['first(delay(write-sent, write-ok) from link-stalled)', 7],
    ['p50(delay(write-sent, entries-applied(db2)))', 250],
    ['count(delay(entries-logged, entries-applied(db2)))', 3],
    ['order(write-sent, link-stalled, link-healed)', 1],
    ['order(link-healed, link-stalled)', 0],
    ['happened(link-stalled("db1~db2"))', 1],
    // instants
    ['max(lag(db2).entries)', 10],
    ['max(lag(db2).entries to link-stalled)', 1],
    ['at(link-healed, lag(db2).entries)', 10],
    ['at(9s, lag(db2).entries)', null],
    ['first(lag(db2).entries = 0 from link-healed) - first(link-healed)', 100],
    ['first(lag(db2).entries > 0 every 10ms)', 100],
    ['last(lag(db2).entries > 0 every 10ms)', 390],
    ['share(lag(db2).entries > 0 every 50ms)', 6 / 11],
    ['share(lag(db2).reported = null every 50ms from 200 to 299)', 1],
    ['share(lag(db2).reported = 0 where lag(db2).entries > 5 every 100ms)', 0.5],
    ['count(gate = fallen-back every 10ms)', 1],
    ['longest(gate = fallen-back every 10ms)', 150],
    ['sequence(gate) = "on fallen-back on"', 1],
    ['at(link-healed, gate) = fallen-back', 1],
    ['max(lag(db2).entries from 1s)', null],
    ['first(lag(db2).entries = max(lag(db2).entries every 20ms) every 20ms)', 280],
    // the end of the run, and which runs
    ['time', 500],
    ['counters.ok', 3],
    ['lag(db2).entries', 0],
    ['counters.ok if scenario = "small"', 3],
    ['counters.ok if scenario = "large"', undefined],
  ])('%s', (text, value) => {
    if (typeof value === 'number') expect(worth(text)).toBeCloseTo(value, 9)
    else expect(worth(text)).toBe(value)
  })

  it('share without every is a part of the time', () => {
    expect(worth('share(lag(db2).entries > 0)')).toBeCloseTo(300 / 500, 6)
  })

  it('takes many measures in as many looks as the deepest needs', () => {
    let visits = 0
    const visit: typeof story.visit = (times, see) => {
      visits++
      story.visit(times, see)
    }
    const measures = ['max(lag(db2).entries)', 'min(lag(db2).entries)', 'first(gate = on)', 'count(write-ok)'].map(
      (text) => {
        const read = parseMeasure(text, cast)
        if ('problem' in read) throw new Error(read.problem)
        return read.measure
      },
    )
    expect(measure(measures, { ...story, visit })).toEqual([10, 0, 0, 3])
    expect(visits).toBe(1)
  })
})
