/** The state of a run. Read by everybody inside the engine, written to by the kernel alone. */
export type { Client, LastRead, Verdict } from './client.ts'
export type { Monitor, Probe } from './monitor.ts'
export { type Connection, type Link, type Message, pathOf } from './network.ts'
export type { Clock, Node } from './node.ts'
export type { Context, Part } from './part.ts'
export type { Copy } from './repair.ts'
export type { Pending } from './transaction.ts'
export type { Epoch, World } from './world.ts'
