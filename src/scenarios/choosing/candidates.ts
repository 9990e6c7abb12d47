/**
 * The ways of replicating that are tried: each a scenario made from the needs, with everything but the strategy alike. S7 of
 * the article names two; real systems have these (DOMAIN 2.3, 2.4, 5, 6). Each master and slave is a server of its own, each
 * region three replicas.
 */
import type { Scenario } from '../../run/index.ts'
import type { Needs } from './needs.ts'
import { PLACES, placeOf, worldOf } from './world.ts'

export const CANDIDATES = ['async', 'semi-sync', 'quorum', 'later-wins', 'merging', 'mrec', 'mrsc'] as const
export type Candidate = (typeof CANDIDATES)[number]

/** Several regions want several places. */
const REGIONS: readonly Candidate[] = ['mrec', 'mrsc']

/** Those that there are for so many places. */
export const candidatesFor = ({ places }: Needs): Candidate[] =>
  CANDIDATES.filter((one) => places > 1 || !REGIONS.includes(one))

/** The scenario as its author would write it, without a title; `run` checks it and fills in the defaults. */
export function scenarioFor(candidate: Candidate, needs: Needs): object {
  switch (candidate) {
    case 'async':
      return oneMaster(needs, { mode: 'async' })
    case 'semi-sync':
      // MySQL's own patience is ten seconds: scaled like the faults, so that there is a fallback to see.
      return oneMaster(needs, { mode: 'semi-sync', waitFor: 1, timeoutMs: 1_000 })
    case 'quorum':
      return oneMaster(needs, { mode: 'quorum', waitFor: 1 })
    case 'later-wins':
      return severalMasters(needs, { rule: 'wall-clock' })
    case 'merging':
      return severalMasters(needs, { rule: 'dotted-version-vectors' })
    case 'mrec':
      return regions(needs, 'mrec')
    case 'mrsc':
      return regions(needs, 'mrsc')
  }
}

/** Machines that it takes: what it costs to have. */
export const machinesOf = ({ nodes, regions }: Scenario): number => nodes.length * (regions.kind === 'none' ? 1 : 3)

/** One of three that say OK themselves: a master that is lost is followed by a slave. */
function oneMaster(needs: Needs, mode: object): object {
  const world = worldOf(needs, () => undefined)
  return {
    ...world,
    nodes: PLACES.map((_, at) => ({
      id: `db${at + 1}`,
      role: at === 0 ? 'master' : 'slave',
      dataCenter: placeOf(needs, at),
    })),
    clients: world.clients.map((client) => ({ ...client, route: needs.old === 'never' ? 'leader' : 'nearest' })),
    replication: { ...world.replication, ...mode },
    failover: { monitor: true, oldMaster: 'rewind' },
  }
}

/** A master in each place; in one place three of them, with the clients spread over two. */
function severalMasters(needs: Needs, rules: object): object {
  const count = needs.places === 1 ? PLACES.length : needs.places
  const home = (client: number, place: string) =>
    needs.places === 1 ? `db${(client % 2) + 1}` : `db${PLACES.indexOf(place as (typeof PLACES)[number]) + 1}`
  return {
    ...worldOf(needs, home),
    nodes: PLACES.slice(0, count).map((_, at) => ({
      id: `db${at + 1}`,
      role: 'master',
      dataCenter: placeOf(needs, at),
    })),
    failover: { monitor: false },
    multiMaster: { topology: 'all-to-all', ...rules },
  }
}

/** A region in each place. The strong kind needs a third: a witness, where nobody reads or writes. */
function regions(needs: Needs, kind: 'mrec' | 'mrsc'): object {
  const masters = severalMasters(needs, { rule: 'wall-clock' }) as ReturnType<typeof worldOf> & { nodes: object[] }
  const witness = kind === 'mrsc' && needs.places === 2
  return {
    ...masters,
    nodes: witness ? [...masters.nodes, { id: 'db3', role: 'master', dataCenter: PLACES[2] }] : masters.nodes,
    clients: masters.clients.map((client) => ({
      ...client,
      consistency: needs.old === 'never' ? 'strong' : 'eventual',
    })),
    regions: { kind, ...(witness ? { witness: 'db3' } : {}) },
  }
}
