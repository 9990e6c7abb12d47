import { describe, expect, it } from 'vitest'
import { FACTS } from '../../engine/index.ts'
import { readCase } from './caseFile.ts'

const kinds = Object.keys(FACTS)
const SCENARIO = { nodes: [{ id: 'db1', role: 'master' }, { id: 'db2' }], clients: [{ id: 'c1' }] }
const GOOD = {
  id: 'async-latency',
  source: 'by hand',
  runs: [{ seed: 3, scenario: SCENARIO, interventions: [{ atMs: 5, do: 'add-slave', node: 'db9', upstream: 'db1' }] }],
  measures: { write: 'p50(ms of write-ok(c1))', behind: 'lag(db9).entries' },
  expect: [{ measure: 'write', op: 'le', factor: 2, of: 'behind' }],
}
const read = (change: object) => readCase('a.json', JSON.stringify({ ...GOOD, ...change }), kinds)
const expecting = (one: object) => ({ expect: [{ measure: 'write', op: 'le', value: 3, ...one }] })

describe('a case file', () => {
  it('is read whole, with everybody who takes part', () => {
    const found = read({ seeds: [1, 2] })
    expect(found).toMatchObject({ case: { id: 'async-latency', later: null, runs: [{ seed: 1 }, { seed: 2 }] } })
  })

  it('that is left for later needs no runs', () => {
    const text = JSON.stringify({ id: 'x', source: 'y', later: 'not built.' })
    expect(readCase('a.json', text, kinds)).toMatchObject({ case: { later: 'not built.', runs: [] } })
  })

  it('is taken with a bare scenario, and null, yes and no as values', () => {
    expect(read({ runs: [SCENARIO], measures: { write: '1' }, ...expecting({ op: 'eq', value: true }) })).toMatchObject(
      {
        case: { expect: [{ value: 1 }] },
      },
    )
    expect(read(expecting({ op: 'eq', value: null }))).toMatchObject({ case: { expect: [{ value: null }] } })
  })

  it.each<[string, object, string]>([
    [
      'an unknown field',
      { measure: {} },
      '"measure" is not a known field; known are id, source, later, seeds, runs, measures, expect; "measures" is near.',
    ],
    ['no id', { id: undefined }, 'id is missing.'],
    ['no source', { source: undefined }, 'source is missing: it says where the numbers come from.'],
    ['no runs', { runs: [] }, 'runs is empty, but needs at least one element.'],
    [
      'a run that is none',
      { runs: [{ scenario: { nodes: [] } }] },
      'runs[0]: scenario.nodes has 0 elements, but needs at least 1.',
    ],
    ['a seed that is none', { seeds: [-1] }, 'seeds[0] must be a whole number between 0 and 4294967295, but is -1.'],
    [
      'a measure that is none',
      { measures: { write: 'p50(ms of writ-ok)' } },
      'measures["write"]: Column 11: there is no kind of fact "writ-ok"; did you mean "write-ok"?',
    ],
    [
      'a node that nobody has',
      { measures: { write: 'lag(db7).entries' } },
      'measures["write"]: Column 5: there is no node "db7"; did you mean "db1"?',
    ],
    [
      'an unknown op',
      expecting({ op: 'lte' }),
      'expect[0].op must be one of eq, ne, lt, le, gt, ge, within, but is "lte"; "lt" is near.',
    ],
    [
      'an unknown measure',
      expecting({ measure: 'wrote' }),
      'expect[0].measure is "wrote", but the measures are "write", "behind"; "write" is near.',
    ],
    ['nothing to compare with', expecting({ value: undefined }), 'expect[0] needs either value, or factor and of.'],
    [
      'too much to compare with',
      expecting({ of: 'behind' }),
      'expect[0] needs either value, or factor and of, and has both.',
    ],
    ['within nothing', expecting({ op: 'within' }), 'expect[0] is within what? It needs tolerance or ratio.'],
    [
      'a tolerance without within',
      expecting({ tolerance: 1 }),
      'expect[0] has tolerance or ratio, which belong to within.',
    ],
    ['a value that is none', expecting({ value: '3' }), 'expect[0].value must be a number, but is "3".'],
    ['a negative ratio', expecting({ op: 'within', ratio: -1 }), 'expect[0].ratio must not be negative, but is -1.'],
  ])('%s is one sentence', (_, change, sentence) => expect(read(change)).toEqual({ problem: `a.json: ${sentence}` }))

  it('that is not JSON is one sentence', () => {
    expect(readCase('a.json', '{', kinds)).toMatchObject({
      problem: expect.stringMatching(/^a\.json: it is not JSON: .+\.$/),
    })
    expect(readCase('a.json', '[]', kinds)).toEqual({ problem: 'a.json: it must be an object, but is a list.' })
  })
})
