/** Who stands in which data centre. */
import type { Scenario } from '../../run/index.ts'

/** The data centre that a node, a client or a monitor stands in; undefined = near everybody. */
export const placeOf = ({ nodes, clients, failover }: Scenario, id: string): string | undefined =>
  [nodes, clients, failover.monitors].flatMap((some) => some.find((one) => one.id === id) ?? [])[0]?.dataCenter

/** Every data centre that somebody stands in, in the order in which they are first named. */
export const placesOf = ({ nodes, clients, failover }: Scenario): string[] => [
  ...new Set([...nodes, ...clients, ...failover.monitors].flatMap(({ dataCenter }) => dataCenter ?? [])),
]
