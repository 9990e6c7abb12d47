/**
 * The parts of a scenario, field by field, one file a subject. Everything that knows a field's type, unit, range, default
 * or meaning reads it here; the order of the fields is the order on the page and in a link.
 */
export { CLIENT } from './clients.ts'
export { COSTS } from './costs.ts'
export { FAILOVER } from './failover.ts'
export { LAG } from './lag.ts'
export { MULTI_MASTER } from './multiMaster.ts'
export { LINK, NETWORK } from './network.ts'
export { NODE } from './nodes.ts'
export { REGIONS, ZONES } from './regions.ts'
export { REPLICATION } from './replication.ts'
