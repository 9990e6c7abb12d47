import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cast } from './fixtures/smallStory.ts'
import { parseMeasure, parseQuery } from './index.ts'

const problem = (text: string) => {
  const read = parseMeasure(text, cast)
  return 'problem' in read ? read.problem : 'none'
}

describe('what is wrong with an expression is one sentence with its column', () => {
  it.each([
    ['', 'Column 1: the expression ends where a value is needed.'],
    ['1 +', 'Column 4: the expression ends where a value is needed.'],
    ['1 2', 'Column 3: "2" is one word too many.'],
    ['lag(db9).entries', 'Column 5: there is no node "db9"; did you mean "db1"?'],
    ['lag(db2).entrys', 'Column 10: there is no field of lag "entrys"; did you mean "entries"?'],
    [
      'lag(db2)',
      'Column 1: lag has entries, toReceive, toApply, ms, reported, heartbeat, level; say which, as in lag(db2).reported = null.',
    ],
    ['lag.entries', 'Column 1: lag takes 1 in its brackets, as in lag(db2).reported = null.'],
    ['promoted', 'Column 1: "promoted" is a kind of fact; say happened(promoted), first(promoted) or count(promoted).'],
    ['happened(promote)', 'Column 10: there is no kind of fact "promote"; did you mean "promoted"?'],
    ['count(write-ok(c9))', 'Column 16: there is no node or client "c9"; did you mean "c"?'],
    ['count(write-ok(wirte = 3))', 'Column 16: there is no detail of a fact "wirte"; did you mean "write"?'],
    ['p50(write-ok every 5ms)', 'Column 20: "every" is for looking at instants; narrow facts down in their brackets.'],
    ['gate = fallenback', 'Column 8: here can never stand "fallenback"; did you mean "fallen-back"?'],
    ['gate = 3', 'Column 6: a text is never a number.'],
    ['gate > on', 'Column 6: > compares numbers, and this is a text.'],
    ['gate', 'Column 1: a measure is a number, and this is a text; compare it with something.'],
    ['gate + 1', 'Column 1: a number is needed here, and this is a text.'],
    ['share(lag(db2).entries)', 'Column 7: yes or no is needed here, and this is a number.'],
    [
      'max(lag(db2).entries from lag(db2).entries)',
      'Column 27: this is known only at an instant; say at(TIME, ...) or first(...) here.',
    ],
    ['ms of write-ok', 'Column 1: "ms of ..." is a list: say which of it, as in p50(ms of ...).'],
    ['medain(lag(db2).entries)', 'Column 1: there is no function "medain"; did you mean "mean"?'],
    ['a-b', 'Column 1: there is no name "a-b" (a minus has spaces around it).'],
    ['max(lag(db2).entries', 'Column 21: the expression ends where ")" is needed.'],
    ['max(1 to 2 to 3)', 'Column 12: "to" stands here twice.'],
    ['nth(0, write-ok)', 'Column 5: nth takes a whole number and a kind of fact, as in nth(3, write-ok(c1)).'],
    ['5 § 3', 'Column 3: "§ 3" is no word of the language.'],
    [
      'sequence(write-ok) = "x"',
      'Column 1: sequence looks at instants and cannot go over facts; for those there are max, min, mean, sum, first, last, count and p50.',
    ],
  ])('%s', (text, sentence) => expect(problem(text)).toBe(sentence))

  it('a query knows one instant only', () => {
    expect(parseQuery('max(lag(db2).entries)', cast)).toEqual({
      problem: 'Column 5: max(...) over instants needs a whole run; here only the present one is known.',
    })
  })

  it('whatever is typed is read or refused, and never more than that', () => {
    const words = [
      'lag',
      '(',
      ')',
      'db2',
      '.',
      'entries',
      '=',
      '<',
      'and',
      'not',
      'max',
      'from',
      'to',
      '5s',
      'write-ok',
      'of',
      'ms',
      ',',
      'at',
      'if',
      '"x"',
      '-',
      'first',
      'killed',
      'null',
      'where',
      'every',
    ]
    const anything = fc.oneof(
      fc.string(),
      fc.array(fc.constantFrom(...words), { maxLength: 25 }).map((list) => list.join(' ')),
    )
    fc.assert(
      fc.property(anything, (text) => {
        const read = parseMeasure(text, cast)
        if ('problem' in read) expect(read.problem).toMatch(/^Column \d+: [^\n]+[.?]$/)
        else expect(read.measure.text).toBe(text)
      }),
      { seed: 4, numRuns: 3000 },
    )
  })

  it('brackets within brackets have an end', () => {
    expect(problem(`${'('.repeat(900)}1`)).toMatch(/at most 60 brackets/)
    expect(problem(`${'- '.repeat(900)}1`)).toMatch(/at most 60 brackets/)
    expect(problem(`${'not '.repeat(400)}true`)).toMatch(/at most 60 brackets/)
    expect(problem('x'.repeat(3000))).toMatch(/at most 2000 characters/)
  })
})
