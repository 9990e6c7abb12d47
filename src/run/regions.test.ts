import { describe, expect, it } from 'vitest'
import { MODEL, parseRun, parseScenario, settings } from './index.ts'

const nodes = ['us', 'eu', 'ap'].map((id) => ({ id, role: 'master' }))
const base = {
  nodes,
  failover: { monitor: false },
  multiMaster: { topology: 'all-to-all' },
  regions: { kind: 'mrec' },
  clients: [{ id: 'c1', node: 'us' }],
}
const strong = { ...base, regions: { kind: 'mrsc' } }

const said = (scenario: object): string => {
  const parsed = parseScenario(scenario)
  return 'problem' in parsed ? parsed.problem : ''
}

describe('a scenario with regions', () => {
  it('is accepted', () => {
    expect(said(base)).toBe('')
    expect(said({ ...strong, regions: { kind: 'mrsc', witness: 'ap' } })).toBe('')
    expect(said({ ...base, clients: [{ id: 'c1', consistency: 'strong' }] })).toBe('')
  })

  it.each([
    [
      { ...base, multiMaster: { topology: 'ring' } },
      'regions.kind is "mrec", but multiMaster.topology is "ring": a region copies from all others.',
    ],
    [
      { ...base, multiMaster: { topology: 'all-to-all', rule: 'arrival' } },
      'regions.kind is "mrec", but multiMaster.rule is "arrival": items go by the wall clock.',
    ],
    [
      { ...strong, nodes: nodes.slice(0, 2) },
      'regions.kind is "mrsc", but there are 2 nodes: it needs exactly 3 regions.',
    ],
    [{ ...base, regions: { kind: 'mrec', witness: 'ap' } }, 'regions.witness is "ap", but only MRSC has a witness.'],
    [{ ...strong, regions: { kind: 'mrsc', witness: 'sa' } }, 'regions.witness is "sa", but known are us, eu, ap.'],
    [
      { ...strong, regions: { kind: 'mrsc', witness: 'us' } },
      'clients[0].node is "us", but nobody reads or writes at the witness.',
    ],
    [
      { ...base, multiMaster: { topology: 'all-to-all', tombstones: 'grace' } },
      'regions.kind is "mrec", but multiMaster.tombstones is "grace": what was deleted is kept in mind.',
    ],
    [
      { ...base, clients: [{ id: 'c1', operation: 'insert' }] },
      'clients[0].operation is "insert", but regions.kind is "mrec": a global table generates no keys.',
    ],
    [{ ...base, regions: { witness: 'ap' } }, 'regions.witness is "ap", but regions.kind is "none".'],
    [
      { ...base, regions: {}, clients: [{ id: 'c1', consistency: 'strong' }] },
      'clients[0].consistency is "strong", but regions.kind is "none".',
    ],
  ])('says what it cannot have: %o', (scenario, sentence) => {
    expect(said(scenario)).toBe(sentence)
  })

  it('has settings of its own, and none that decide nothing there', () => {
    const paths = (scenario: object): string[] => {
      const parsed = parseScenario(scenario)
      if ('problem' in parsed) throw new Error(parsed.problem)
      return settings(parsed.scenario).map(({ path }) => path)
    }
    const ofRegions = (path: string) => /^regions\.|\.consistency$/.test(path)
    expect(paths(base).filter(ofRegions)).toEqual(['clients.c1.consistency', 'regions.zoneMs', 'regions.leaseMs'])
    expect(paths(strong)).toContain('regions.giveUpMs')
    expect(paths(base)).not.toContain('multiMaster.rule')
    expect(paths({ ...base, regions: {} }).filter(ofRegions)).toEqual([])
  })
})

describe('what can be done to regions', () => {
  const doing = (action: object, scenario: object = base): string => {
    const parsed = parseRun({ model: MODEL, scenario, seed: 1, interventions: [{ atMs: 1, ...action }] })
    return 'problem' in parsed ? parsed.problem : ''
  }

  it('replicas are killed and restarted, by their zones', () => {
    expect(doing({ do: 'kill-replica', node: 'eu', zone: 'b' })).toBe('')
    expect(doing({ do: 'restart-replica', node: 'eu', zone: 'b' })).toBe('')
    expect(doing({ do: 'kill-replica', node: 'sa', zone: 'b' })).toBe(
      'interventions[0].node is "sa", but known are us, eu, ap.',
    )
    expect(doing({ do: 'kill-replica', node: 'eu', zone: 'd' })).toMatch(/^interventions\[0\]\.zone must be "a"/)
  })

  it('is not what can be done to single servers, nor the other way round', () => {
    expect(doing({ do: 'kill-replica', node: 'eu', zone: 'b' }, { ...base, regions: {} })).toBe(
      'interventions[0].do is "kill-replica", but regions.kind is "none".',
    )
    expect(doing({ do: 'repair', node: 'eu', from: 'us' })).toBe(
      'interventions[0].do is "repair", but regions.kind is "mrec", where nobody can do that.',
    )
    expect(doing({ do: 'write', client: 'c1', operation: 'insert' })).toBe(
      'interventions[0].operation is "insert", but regions.kind is "mrec": a global table generates no keys.',
    )
    expect(doing({ do: 'set', path: 'clients.c1.operation', value: 'insert' })).toBe(
      'interventions[0].value is "insert", but regions.kind is "mrec": a global table generates no keys.',
    )
    expect(doing({ do: 'set', path: 'clients.c1.operation', value: 'mixed' })).toBe('')
    expect(doing({ do: 'remove-master', node: 'eu' })).toBe('')
    expect(doing({ do: 'remove-master', node: 'eu' }, strong)).toBe(
      'interventions[0].do is "remove-master", but regions.kind is "mrsc", which needs all 3 regions.',
    )
  })
})
