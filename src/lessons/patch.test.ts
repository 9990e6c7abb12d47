import { expect, it } from 'vitest'
import { parseRun } from '../run/index.ts'
import { small } from './fixtures/small.ts'
import { patched } from './patch.ts'

it('puts settings in the place of those of the scenario, found by their paths, and leaves the run as it was', () => {
  const before = structuredClone(small.run)
  const run = patched(small.run, {
    seed: 9,
    settings: {
      'replication.mode': 'semi-sync',
      'nodes.db2.applyMs': 40,
      'clients.c1.ratePerSecond': 7,
      'network.links.db2~db1.oneWayMs': 5,
      'network.links.c1~db1.oneWayMs': 3,
    },
    interventions: [
      { atMs: 20, do: 'kill', node: 'db1' },
      { atMs: 10, do: 'kill', node: 'db2' },
    ],
  })
  expect(small.run).toEqual(before)
  expect(parseRun(run)).toEqual({ run })
  const { replication, nodes, clients, network } = run.scenario
  expect([replication.mode, nodes[1]!.applyMs, nodes[0]!.applyMs]).toEqual(['semi-sync', 40, undefined])
  expect(clients[0]).toMatchObject({ kind: 'stream', ratePerSecond: 7 })
  expect(network.links.map(({ between, oneWayMs }) => [between, oneWayMs])).toEqual([
    [['db1', 'db2'], 5],
    [['c1', 'db1'], 3],
  ])
  expect(run.interventions.map(({ atMs }) => atMs)).toEqual([10, 20])
  expect(run.seed).toBe(9)
  expect(patched(small.run, {})).toEqual(small.run)
})
