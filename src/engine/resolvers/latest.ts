/**
 * Last writer wins, whatever "last" means: one version a row, the largest in a total order of stamps. The same for a
 * client's write: where the row already holds a larger stamp, the new write is thrown away as it is made, and its
 * client is told OK all the same. Cassandra does that; DynamoDB's global tables compare so when a change arrives.
 */
import { account, newsFor } from './met.ts'
import { largest, type Order } from './order.ts'
import type { Resolver } from './resolver.ts'
import type { RowState } from './row.ts'
import { join, type Vector } from './vector.ts'
import { historyOf, type Version } from './version.ts'

export function keepLargest(order: Order): Resolver {
  const rowOf = (versions: readonly Version[], context: Vector): RowState => {
    const kept = versions.length > 0 ? [largest(order, versions)] : []
    return { versions: kept, context, shown: kept }
  }
  return {
    write: (row, version) =>
      account(row, [version], rowOf([...row.versions, version], join(row.context, historyOf(version)))),
    merge: (here, there) =>
      account(
        here,
        newsFor(here, there),
        rowOf([...here.versions, ...there.versions], join(here.context, there.context)),
      ),
  }
}
