import type { ValuesOf } from './field.ts'
import type { SCENARIO } from './schema.ts'
import type { CLIENT, LINK, NODE } from './tables/index.ts'

/**
 * A scenario is the part of a run that its author writes: who is there, how far apart they are, what their
 * work costs, when a client hears OK, and who watches the master. It is plain JSON.
 *
 * Every duration is in milliseconds of database time (fields end in `Ms`) and is a multiple of 0.001; `us()`
 * turns it into integer microseconds. What each field means, with unit, range and default, stands in
 * `tables/`: these types are inferred from there.
 */
export type Scenario = ValuesOf<typeof SCENARIO>
export type NodeSpec = ValuesOf<typeof NODE>
/** An exception for both directions of one pair of ids (nodes, clients or `monitor`). */
export type LinkSpec = ValuesOf<typeof LINK>
export type ClientSpec = ValuesOf<typeof CLIENT>
