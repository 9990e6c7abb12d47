/**
 * Every machine by its key, made ready to run: compiled to tables, or stepped by XState's own transition(). Both are
 * made once and shared by all engines, for a program keeps no state.
 */
import type { AnyStateMachine } from 'xstate'
import type { MachineChart } from '../engine.ts'
import type { Context } from '../world/index.ts'
import { applier } from './applier.ts'
import { binlog } from './binlog.ts'
import { closedLoop } from './closedLoop.ts'
import { commitGate } from './commitGate.ts'
import { chart, compile, oracle, type Program } from './compile/index.ts'
import { connection } from './connection.ts'
import { failoverManager } from './failoverManager.ts'
import { lease } from './lease.ts'
import { probe } from './probe.ts'
import { heartbeatRow } from './heartbeatRow.ts'
import { process } from './process.ts'
import { reader } from './reader.ts'
import { readWrite } from './readWrite.ts'
import { receiver } from './receiver.ts'
import { role } from './role.ts'
import { router } from './router.ts'
import { sender } from './sender.ts'
import { session } from './session.ts'
import { stream } from './stream.ts'
import { voter } from './voter.ts'

export const MACHINES = {
  process,
  role,
  applier,
  binlog,
  commitGate,
  heartbeatRow,
  session,
  sender,
  receiver,
  connection,
  closedLoop,
  stream,
  reader,
  readWrite,
  router,
  probe,
  lease,
  failoverManager,
  voter,
} as const

export type MachineKey = keyof typeof MACHINES
export type Executor = 'compiled' | 'oracle'

const made = new Map<string, Program<Context>>()

export function programOf(machine: MachineKey, executor: Executor): Program<Context> {
  const key = `${executor} ${machine}`
  const known = made.get(key)
  if (known) return known
  const definition = MACHINES[machine] as unknown as AnyStateMachine
  const program = (executor === 'oracle' ? oracle(definition) : compile(definition)) as unknown as Program<Context>
  made.set(key, program)
  return program
}

/** The definitions as data, for the inspector. */
export function machineCharts(): Record<string, MachineChart> {
  return Object.fromEntries(Object.entries(MACHINES).map(([key, machine]) => [key, chart(machine as AnyStateMachine)]))
}
