import { expect, test } from 'vitest'
import { parseRun, type Run } from '../../run/index.ts'
import { drawRun } from './draw/index.ts'
import { finding } from './finding.ts'
import { shrink } from './shrink.ts'

/** Wrong is whatever kills db2 while a client writes more than one entry at a time. */
function wrongIn(run: Run) {
  const { interventions, scenario } = run
  const kill = interventions.find((one) => one.do === 'kill' && one.node === 'db2')
  const big = scenario.clients.some(({ entriesPerWrite }) => entriesPerWrite > 1)
  return kill && big && kill.atMs < scenario.untilMs ? finding('wrong', kill.atMs * 1000, 'It is wrong.') : null
}

test('what is left of a run is what its fault needs, and nothing else', () => {
  let shrunk = 0
  for (let seed = 0; shrunk < 3; seed++) {
    const run = drawRun(seed)
    const found = wrongIn(run)
    if (!found) continue
    const { run: small } = shrink(run, found, wrongIn, () => false)
    expect(small.interventions).toMatchObject([{ do: 'kill', node: 'db2' }])
    expect(small.scenario.nodes.map(({ id }) => id)).toEqual(['db1', 'db2'])
    const [client, ...others] = small.scenario.clients
    expect(others).toEqual([])
    // At its defaults, but for what it takes.
    const { scenario } = (
      parseRun({ scenario: { nodes: small.scenario.nodes, clients: [{ id: client!.id }] } }) as { run: Run }
    ).run
    expect({ ...client, entriesPerWrite: 1 }).toEqual(scenario.clients[0])
    for (const group of ['network', 'replication', 'costs', 'failover'] as const)
      expect(small.scenario[group]).toEqual(scenario[group])
    shrunk++
  }
})

test('nothing is tried any more when the time is over', () => {
  const run = drawRun(1)
  const found = finding('wrong', 5, 'It is wrong.')
  expect(
    shrink(
      run,
      found,
      () => found,
      () => true,
    ).run,
  ).toBe(run)
})
