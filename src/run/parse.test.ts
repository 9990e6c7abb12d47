import { describe, expect, it } from 'vitest'
import { MODEL, parseRun, parseScenario, readFile } from './index.ts'

const three = { nodes: [{ id: 'db1', role: 'master' }, { id: 'db2' }, { id: 'db3' }], clients: [{ id: 'c' }] }

const problemOf = (answer: object): string => ('problem' in answer ? String(answer.problem) : 'no problem')
const scenarioProblem = (patch: object) => problemOf(parseScenario({ ...three, ...patch }))
const scriptProblem = (...interventions: object[]) => problemOf(parseRun({ scenario: three, interventions }))

describe('a scenario', () => {
  it('may leave out everything that has a default', () => {
    const answer = parseScenario({ nodes: [{ id: 'db1', role: 'master' }] })
    expect(answer).toMatchObject({
      scenario: { title: 'Untitled', clients: [], network: { oneWayMs: 1, links: [] }, failover: { misses: 3 } },
    })
  })

  it('keeps an absent override absent', () => {
    const answer = parseScenario(three)
    expect('scenario' in answer && Object.hasOwn(answer.scenario.nodes[1]!, 'applyMs')).toBe(false)
  })

  it.each([
    [
      { nodes: [three.nodes[0], { id: 'db2', applyMs: -5 }] },
      'nodes[1].applyMs must be between 0.001 and 60000 ms, but is -5.',
    ],
    [{ network: { oneWayMs: 0.0005 } }, 'network.oneWayMs must be between 0.001 and 60000 ms, but is 0.0005.'],
    [{ network: { oneWayMs: 1.0005 } }, 'network.oneWayMs must be a multiple of 0.001 ms, but is 1.0005.'],
    [{ network: { onewayMs: 1 } }, 'network.onewayMs is not a known field; did you mean "oneWayMs"?'],
    [{ zzz: 1 }, '"zzz" is not a known field; known are id, title,'],
    [{ nodes: [] }, 'nodes has 0 elements, but needs at least 1.'],
    [{ nodes: [{ id: 'db1' }] }, 'nodes must have exactly one node with the role "master", but has none.'],
    [{ nodes: [three.nodes[0], { id: 'db1' }] }, 'nodes[1].id is "db1", which nodes[0].id is already.'],
    [{ clients: [{ id: 'monitor' }] }, 'clients[0].id is "monitor", which is a reserved name.'],
    [{ clients: [{ id: 'C' }] }, 'clients[0].id must be a name of at most 24 small letters'],
    [{ clients: [{ id: 'c', kind: 'streem' }] }, 'did you mean "stream"?'],
    [{ clients: [{ id: 'c', writes: 1.5 }] }, 'clients[0].writes must be a whole number, but is 1.5.'],
    [{ failover: { monitor: 'yes' } }, 'failover.monitor must be true or false, but is "yes".'],
    [{ replication: { mode: 'semi-sync', waitFor: 3 } }, 'replication.waitFor is 3, but the scenario has 2 slaves.'],
    [{ replication: { mode: 'quorum', waitFor: 3 } }, 'replication.waitFor is 3, but the scenario has 2 slaves.'],
    [
      { network: { links: [{ between: ['db1', 'db9'], oneWayMs: 1 }] } },
      'network.links[0].between[1] is "db9", but known are db1, db2, db3, c, monitor.',
    ],
    [{ network: { links: [{ between: ['c', 'monitor'], oneWayMs: 1 }] } }, 'one end of a link must be a node'],
    [{ network: { links: [{ between: ['db1', 'db1'], oneWayMs: 1 }] } }, 'names "db1" twice'],
    [{ title: 7 }, 'title must be a text, but is 7.'],
    [{ costs: [] }, 'costs must be an object, but is a list.'],
    [{ nodes: [three.nodes[0], { id: 'db2', constructor: 1 }] }, 'nodes[1].constructor is not a known field'],
  ])('says what is wrong and where: %j', (patch, sentence) => {
    expect(scenarioProblem(patch)).toContain(sentence)
  })

  it('says so in one line whatever stands in it: odd names, odd characters, what only a program can hand over', () => {
    const ring: Record<string, unknown> = {}
    ring['ring'] = ring
    expect(scenarioProblem({ network: { 'a\nb': 1 } })).toContain('network["a\\nb"] is not a known field')
    expect(scenarioProblem({ costs: { applyMs: 'a\u2028b\u0085' } })).toContain('but is "a\\u2028b\\u0085".')
    expect(scenarioProblem({ title: Symbol('x') })).toBe('title must be a text, but is a symbol.')
    expect(scenarioProblem({ nodes: [ring] })).toContain('nodes[0].ring is not a known field')
    expect(problemOf(parseRun({ scenario: three, model: ring }))).toContain('but is an object.')
    expect(problemOf(parseRun({ scenario: three, model: 2n }))).toContain('but is 2.')
    const holes = new Array(3)
    expect(problemOf(parseRun({ scenario: three, interventions: holes }))).toContain(
      '[0] must be an object, but is undefined.',
    )
  })

  it('refuses two links for one pair, in either order', () => {
    const links = [
      { between: ['db1', 'db2'], oneWayMs: 1 },
      { between: ['db2', 'db1'], oneWayMs: 2 },
    ]
    expect(scenarioProblem({ network: { links } })).toContain('network.links[1].between repeats')
  })
})

describe('a saved run', () => {
  it('orders interventions by time and keeps list order at equal times', () => {
    const interventions = [
      { atMs: 5, do: 'restart', node: 'db1' },
      { atMs: 1, do: 'kill', node: 'db1' },
      { atMs: 5, do: 'write', client: 'c' },
    ]
    const answer = parseRun({ seed: 7, scenario: three, interventions })
    expect(answer).toMatchObject({ run: { model: MODEL, seed: 7 } })
    expect('run' in answer && answer.run.interventions.map((one) => one.do)).toEqual(['kill', 'restart', 'write'])
  })

  it.each([
    [{ atMs: 1, do: 'kil', node: 'db1' }, 'did you mean "kill"?'],
    [{ atMs: 1, node: 'db1' }, 'interventions[0].do is missing'],
    [{ do: 'kill', node: 'db1' }, 'interventions[0].atMs is missing.'],
    [{ atMs: 1, do: 'kill', node: 'db7' }, 'interventions[0].node is "db7", but known are db1, db2, db3.'],
    [{ atMs: 1, do: 'kill', node: 'db1', hard: true }, 'interventions[0].hard is not a known field'],
    [{ atMs: 1, do: 'write', client: 'db1' }, 'interventions[0].client is "db1", but known are c.'],
    [{ atMs: 1, do: 'cut', between: ['db1', 'x'] }, 'interventions[0].between[1] is "x"'],
    [{ atMs: 1, do: 'set', path: 'failover.missess', value: 2 }, 'did you mean "failover.misses"?'],
    [
      { atMs: 1, do: 'set', path: 'failover.misses', value: 0 },
      'interventions[0].value must be between 1 and 100, but is 0.',
    ],
    [{ atMs: 1, do: 'set', path: 'replication.mode', value: 'raft' }, 'interventions[0].value must be "async" or'],
    [{ atMs: 1, do: 'set', path: 'clients.c.writes', value: 5 }, 'no setting that can change during a run'],
    [{ atMs: 1, do: 'set', path: 'failover.misses' }, 'interventions[0].value is missing.'],
    [{ atMs: -1, do: 'restart', node: 'db1' }, 'interventions[0].atMs must be between 0 and 86400000 ms, but is -1.'],
  ])('checks an intervention: %j', (intervention, sentence) => {
    expect(scriptProblem(intervention)).toContain(sentence)
  })

  it('names the model of a file from another one', () => {
    expect(problemOf(parseRun({ model: 99, scenario: three }))).toContain('made by model 99')
  })

  it('may ask for more acknowledgements than there are slaves, as on a real master', () => {
    expect(scriptProblem({ atMs: 1, do: 'set', path: 'replication.waitFor', value: 8 })).toBe('no problem')
    expect(scenarioProblem({ replication: { mode: 'all', waitFor: 8 } })).toBe('no problem')
  })

  it('refuses a promotion where nobody could carry it out', () => {
    const scenario = { ...three, failover: { monitor: false } }
    expect(problemOf(parseRun({ scenario, interventions: [{ atMs: 1, do: 'promote', node: 'db2' }] }))).toContain(
      'no monitor',
    )
  })
})

describe('a file', () => {
  it.each([
    ['', 'The file is empty.'],
    ['{\n  "nodes": [,]\n}', 'The file is not JSON: at line 2, column 13, a value or ] should stand.'],
    ['{"nodes": ', 'it ends at line 1, column 11, where a value should follow.'],
    ['{"id": "a",}', 'at line 1, column 12, a name in double quotes should stand.'],
    ['{"id": \'a\'}', 'at line 1, column 8, a value should stand.'],
    ['{"id": "a" "title": "b"}', 'at line 1, column 12, a comma or the closing bracket should stand.'],
    ['{} {}', 'at line 1, column 4, nothing more should stand.'],
    ['[]', 'It must be an object, but is a list.'],
    ['['.repeat(400_000), 'The file is not JSON'],
    [' '.repeat(1_000_001), 'at most 1000000 are allowed'],
  ])('that is broken says so', (text, sentence) => {
    expect(problemOf(readFile(text))).toContain(sentence)
  })
})
