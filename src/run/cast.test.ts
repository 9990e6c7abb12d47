import { describe, expect, it } from 'vitest'
import { parseRun, parseScenario, type Run, scenarioAt, settings, withIntervention } from './index.ts'

const nodes = [{ id: 'db1', role: 'master' }, { id: 'db2' }, { id: 'db3', upstream: 'db2' }]
const problemOf = (answer: object): string => ('problem' in answer ? String(answer.problem) : 'no problem')
const tree = (...given: object[]) => problemOf(parseScenario({ nodes: given }))
const script = (...interventions: object[]) =>
  problemOf(parseRun({ scenario: { nodes, clients: [{ id: 'c' }] }, interventions }))
const db = (n: number, upstream?: string) => ({ id: `db${n}`, ...(upstream ? { upstream } : {}) })
const [master] = nodes

describe('who copies from whom at the start', () => {
  it('is a tree under the master', () => {
    expect(tree(...nodes)).toBe('no problem')
    expect(tree(master!, db(2, 'db1'), db(3, 'db2'), db(4, 'db3'))).toBe('no problem')
  })

  it.each([
    [
      [{ ...master, upstream: 'db2' }, db(2)],
      'nodes[0].upstream is "db2", but db1 is the master and copies from nobody.',
    ],
    [[master!, db(2, 'db9')], 'nodes[1].upstream is "db9", but known are db1, db2.'],
    [[master!, db(2, 'db2')], 'nodes[1].upstream is "db2", but a node cannot copy from itself.'],
    [[master!, db(2, 'db3'), db(3, 'db2')], 'nodes[1].upstream makes a ring: db3 copies from db2.'],
    [[master!, db(2, 'db4'), db(3, 'db2'), db(4, 'db3')], 'nodes[1].upstream makes a ring'],
  ])('says what is wrong: %j', (given, sentence) => {
    expect(tree(...given)).toContain(sentence)
  })
})

describe('nodes that come and go', () => {
  const add = (n: number, upstream = 'db1', atMs = 1) => ({ atMs, do: 'add-slave', node: `db${n}`, upstream })
  const remove = (n: number, atMs = 2) => ({ atMs, do: 'remove-slave', node: `db${n}` })
  const repoint = (n: number, upstream: string, atMs = 3) => ({ atMs, do: 'repoint', node: `db${n}`, upstream })

  it.each([
    [[add(3)], 'interventions[0].node is "db3", but a name is used only once in a run.'],
    [[remove(3), add(3, 'db1', 5)], 'interventions[1].node is "db3", but a name is used only once in a run.'],
    [[{ ...add(4), node: 'c' }], 'interventions[0].node is "c", which is the name of something else.'],
    [[{ ...add(4), node: 'monitor' }], 'which is the name of something else.'],
    [[add(4, 'db9')], 'interventions[0].upstream is "db9", but known are db1, db2, db3.'],
    [[4, 5, 6, 7, 8, 9, 10].map((n) => add(n)), 'interventions[6] adds db10, but there are 9 nodes already'],
    [[{ atMs: 0, do: 'kill', node: 'db4' }, add(4)], 'interventions[0].node is "db4", but known are db1, db2, db3.'],
    [[remove(2), { atMs: 4, do: 'cut', between: ['db1', 'db2'] }], 'interventions[1].between[1] is "db2"'],
    [[remove(1)], 'interventions[0] removes db1, which is the master: that can be done to slaves only.'],
    [[repoint(1, 'db2')], 'interventions[0] repoints db1, which is the master'],
    [[repoint(2, 'db3')], 'interventions[0] makes a ring: db3 copies from db2.'],
    [[repoint(2, 'db2')], 'interventions[0] points db2 to itself.'],
    [[add(4, 'db3'), repoint(2, 'db4')], 'interventions[1] makes a ring: db4 copies from db2.'],
  ])('are checked with those who are there by then: %j', (interventions, sentence) => {
    expect(script(...interventions)).toContain(sentence)
  })

  it.each([
    [[add(4), { atMs: 1, do: 'kill', node: 'db4' }]],
    // The list is not ordered by time; what counts is when.
    [[{ atMs: 9, do: 'kill', node: 'db4' }, add(4)]],
    [[remove(2), repoint(3, 'db1')]],
    [[repoint(3, 'db1', 1), repoint(2, 'db3', 2)]],
    [[4, 5, 6, 7, 8, 9].map((n) => add(n)).concat([remove(4) as never, add(10, 'db1', 5)])],
    [[add(4), { atMs: 2, do: 'set', path: 'nodes.db4.applyMs', value: 7 }]],
    // A failover may have made any of them master by then.
    [[{ atMs: 1, do: 'kill', node: 'db1' }, remove(1, 9000)]],
    [[{ atMs: 1, do: 'kill', node: 'db1' }, repoint(2, 'db3', 9000)]],
  ])('may do anything sensible: %j', (interventions) => {
    expect(script(...interventions)).toBe('no problem')
  })

  it('change what a script may set, and who is there for the next action', () => {
    const { run } = parseRun({ scenario: { nodes }, interventions: [add(4, 'db3'), remove(2, 8)] }) as { run: Run }
    const paths = (atMs: number) => settings(scenarioAt(run, atMs)).map(({ path }) => path)
    expect(paths(0)).not.toContain('nodes.db4.applyMs')
    expect(paths(1)).toContain('nodes.db4.applyMs')
    expect(paths(8)).not.toContain('nodes.db2.applyMs')
    expect(scenarioAt(run, 8).nodes.map(({ id, upstream }) => [id, upstream ?? ''])).toEqual([
      ['db1', ''],
      ['db3', 'db1'],
      ['db4', 'db3'],
    ])
    expect(withIntervention(run, { do: 'kill', node: 'db2' }, 7999)).toHaveProperty('run')
    expect(withIntervention(run, { do: 'kill', node: 'db2' }, 8000)).toEqual({
      problem: 'action.node is "db2", but known are db1, db3, db4.',
    })
  })
})

describe('the settings of a link', () => {
  const set = (path: string, value: number | string) => script({ atMs: 1, do: 'set', path, value })

  it.each(['oneWayMs', 'jitterMs', 'kilobytesPerSecond', 'lossPercent'])('can be changed for any pair: %s', (name) => {
    for (const pair of ['db1~db2', 'db2~db1', 'c~db3', 'monitor~db1'])
      expect(set(`network.links.${pair}.${name}`, 3)).toBe('no problem')
  })

  it.each([
    ['network.links.db1~db9.oneWayMs', 3, 'interventions[0].path[1] is "db9", but known are'],
    ['network.links.c~monitor.oneWayMs', 3, 'one end of a link must be a node'],
    ['network.links.db1~db1.oneWayMs', 3, 'interventions[0].path must name a link by its two ends'],
    ['network.links.db1.oneWayMs', 3, 'interventions[0].path must name a link by its two ends'],
    ['network.links.db1~db2.ms', 3, 'interventions[0].path ends in "ms", but a link has oneWayMs, jitterMs,'],
    ['network.links.db1~db2.lossPercent', 51, 'interventions[0].value must be between 0 and 50, but is 51.'],
  ])('and a mistake is told: %s', (path, value, sentence) => {
    expect(set(path, value)).toContain(sentence)
  })

  it('have one path, whichever end is named first', () => {
    const interventions = [{ atMs: 1, do: 'set', path: 'network.links.db2~db1.oneWayMs', value: 3 }]
    expect(parseRun({ scenario: { nodes }, interventions })).toMatchObject({
      run: { interventions: [{ path: 'network.links.db1~db2.oneWayMs' }] },
    })
  })
})
