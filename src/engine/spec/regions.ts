/**
 * The words that tests of regions are written in, on top of those of several masters: regions in real distances, replicas
 * that die and return, and what each of them holds.
 */
import type { Frame } from '../index.ts'
import { Company } from './masters.ts'

interface Given {
  kind?: 'mrec' | 'mrsc'
  regions?: object
  clients?: readonly object[]
  network?: object
  costs?: object
  replication?: object
  seed?: number
}

type Zone = 'a' | 'b' | 'c'
type Region = NonNullable<NonNullable<Frame['multiMaster']>['sites'][number]['region']>

/** Regions db1, db2 (and db3), each in a data centre of its own together with its client c1, c2, c3. */
export class Table extends Company {
  constructor({ kind = 'mrec', regions = {}, clients, ...rest }: Given = {}, many = kind === 'mrsc' ? 3 : 2) {
    const places = Array.from({ length: many }, (_, at) => `place${at + 1}`)
    const own = places.map((dataCenter, at) => ({
      id: `c${at + 1}`,
      kind: 'stream',
      ratePerSecond: 0,
      node: `db${at + 1}`,
      dataCenter,
      ...clients?.[at],
    }))
    super({
      masters: places.map((dataCenter) => ({ dataCenter })),
      regions: { kind, ...regions },
      clients: [...own, ...(clients ?? []).slice(many)],
      ...rest,
    } as never)
  }

  region(node = 'db1'): Region {
    return this.many.sites.find((one) => one.node === node)!.region!
  }

  /** As in `a leader, b follower, c down`. */
  replicas(node = 'db1'): string {
    return this.region(node)
      .replicas.map(({ zone, state }) => `${zone} ${state}`)
      .join(', ')
  }

  /** The zone of the leader; undefined = nobody leads. */
  leader(node = 'db1'): Zone | undefined {
    return this.region(node).replicas.find(({ state }) => state === 'leader')?.zone
  }

  loseReplica(zone: Zone, node = 'db1'): this {
    this.act({ do: 'kill-replica', node, zone })
    return this
  }

  returnReplica(zone: Zone, node = 'db1'): this {
    this.act({ do: 'restart-replica', node, zone })
    return this
  }

  cutOff(place: string): this {
    this.act({ do: 'cut-data-center', dataCenter: place })
    return this
  }

  joinAgain(place: string): this {
    this.act({ do: 'heal-data-center', dataCenter: place })
    return this
  }
}
