import { describe, expect, it } from 'vitest'
import { MODEL, parseRun, parseScenario, settings, upstreamsOf } from './index.ts'

const nodes = ['db1', 'db2', 'db3'].map((id) => ({ id, role: 'master' }))
const base = { nodes, failover: { monitor: false }, multiMaster: { topology: 'ring' }, clients: [{ id: 'c1' }] }

const said = (scenario: object): string => {
  const parsed = parseScenario(scenario)
  return 'problem' in parsed ? parsed.problem : ''
}

describe('a scenario with several masters', () => {
  it('is accepted', () => {
    expect(said(base)).toBe('')
  })

  it.each([
    [{ nodes: [nodes[0]] }, 'nodes has 1 element, but multiMaster.topology is "ring", which needs 2 at least.'],
    [
      { nodes: [...nodes, { id: 'db4' }] },
      'nodes[3].role is "slave", but multiMaster.topology is "ring": then every node is a master.',
    ],
    [{ failover: {} }, 'failover.monitor is true, but multiMaster.topology is "ring": there is nobody to promote.'],
    [
      { replication: { mode: 'semi-sync' } },
      'replication.mode is "semi-sync", but multiMaster.topology is "ring": masters do not wait.',
    ],
    [
      { clients: [{ id: 'c1', entriesPerWrite: 4 }] },
      'clients[0].entriesPerWrite is 4, but multiMaster.topology is "ring": then it is 1.',
    ],
    [{ clients: [{ id: 'c1', node: 'db9' }] }, 'clients[0].node is "db9", but known are db1, db2, db3.'],
    [
      { multiMaster: { topology: 'ring', rows: 'cart,k2' } },
      'multiMaster.rows names a row "k2", but a name begins with a letter, has a-z, 0-9 and - only, and is none of k1, n1 and so on.',
    ],
    [{ multiMaster: { topology: 'ring', rows: 'cart, cart' } }, 'multiMaster.rows names "cart" twice.'],
  ])('says what it cannot have: %o', (change, sentence) => {
    expect(said({ ...base, ...change })).toBe(sentence)
  })

  it('is the only one in which a client has a master of its own', () => {
    const one = { nodes: [{ id: 'db1', role: 'master' }], clients: [{ id: 'c1', node: 'db1' }] }
    expect(said(one)).toBe('clients[0].node is "db1", but with one master all clients write to that.')
  })

  it('has settings of its own, and none that decide nothing there', () => {
    const parsed = parseScenario(base)
    if ('problem' in parsed) throw new Error(parsed.problem)
    const paths = settings(parsed.scenario).map(({ path }) => path)
    expect(paths).toContain('multiMaster.rule')
    expect(paths).toContain('nodes.db1.priority')
    expect(paths).toContain('nodes.db1.clockDriftPpm')
    expect(paths.filter((path) => /^failover|^replication\.mode|promotion/.test(path))).toEqual([])
  })
})

describe('what can be done to several masters', () => {
  const doing = (action: object, scenario: object = base): string => {
    const parsed = parseRun({ model: MODEL, scenario, seed: 1, interventions: [{ atMs: 1, ...action }] })
    return 'problem' in parsed ? parsed.problem : ''
  }

  it.each([
    [{ do: 'remove-master', node: 'db2' }],
    [{ do: 'repair', node: 'db2', from: 'db1' }],
    [{ do: 'skip-entry', node: 'db2', from: 'db1' }],
    [{ do: 'write', client: 'c1', key: 'k1', operation: 'increment', value: 2 }],
    [{ do: 'set-function', source: '(a, b) => a' }],
    [{ do: 'set', path: 'multiMaster.rule', value: 'arrival' }],
  ])('%o', (action) => {
    expect(doing(action)).toBe('')
  })

  it('says what only one master and its slaves can do', () => {
    expect(doing({ do: 'repoint', node: 'db2', upstream: 'db3' })).toBe(
      'interventions[0].do is "repoint", but the scenario has several masters.',
    )
    expect(doing({ do: 'write', client: 'c1', key: 'basket' })).toBe(
      'interventions[0].key is "basket", but rows are called k1, k2 and so on; n1, n2 and so on.',
    )
  })

  it('cannot be done where there is one', () => {
    const one = { nodes: [{ id: 'db1', role: 'master' }, { id: 'db2' }], clients: [{ id: 'c1' }] }
    expect(doing({ do: 'repair', node: 'db2', from: 'db1' }, one)).toBe(
      'interventions[0].do is "repair", but the scenario has one master.',
    )
    expect(doing({ do: 'write', client: 'c1', operation: 'increment' }, one)).toBe(
      'interventions[0].operation is "increment", but with one master a write puts a number in its row.',
    )
    expect(doing({ do: 'write', client: 'c1', key: 'n1' }, one)).toBe(
      'interventions[0].key is "n1", but rows are called k1, k2 and so on.',
    )
  })

  it('may name the row and the value of a write where there is one, too', () => {
    const one = { nodes: [{ id: 'db1', role: 'master' }], clients: [{ id: 'c1' }], multiMaster: { rows: 'cart' } }
    expect(doing({ do: 'write', client: 'c1', key: 'k7', operation: 'put', value: 5 }, one)).toBe('')
    expect(doing({ do: 'write', client: 'c1', key: 'cart' }, one)).toBe('')
  })
})

describe('who copies from whom', () => {
  it('follows the topology', () => {
    expect(upstreamsOf('all-to-all', 3)).toEqual([
      [1, 2],
      [0, 2],
      [0, 1],
    ])
    expect(upstreamsOf('ring', 4)).toEqual([[3], [0], [1], [2]])
    expect(upstreamsOf('star', 4)).toEqual([[1, 2, 3], [0], [0], [0]])
    expect(upstreamsOf('ring', 1)).toEqual([[]])
  })
})
