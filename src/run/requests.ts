/**
 * What clients ask for, apart from what they are answered: who, when, which row, which value. Two strategies can be
 * compared fairly only under the same requests, and a client that waits for its answer before it asks again asks later where
 * answers are slow: its requests belong to the strategy. So a comparison is made with open clients: streams that write, and
 * readers that read, at a rate of their own. Times, rows and values of those are drawn from luck of their own, and are the
 * same whatever becomes of them.
 */
import { canonicalJson } from './canonical.ts'
import type { Intervention } from './intervention.ts'
import type { Run } from './run.ts'
import type { ClientSpec, Scenario } from './scenario.ts'

/** What was changed about a client so that its requests are its own. */
export interface Opened {
  client: string
  /**
   * `rate`: it sends at its rate instead of waiting for answers; `reads`: besides, it reads no more; `operation`: it puts
   * numbers; `entries`: its writes have one entry.
   */
  what: 'rate' | 'reads' | 'operation' | 'entries'
}

/** The same scenario with clients that wait for no answer. What they were is kept: keys, rows, hot share, spacing, start. */
export function openRequests(scenario: Scenario): { scenario: Scenario; opened: Opened[] } {
  const opened: Opened[] = []
  const clients = scenario.clients.map((client) => {
    const changed = openClient(client)
    if (changed.kind !== client.kind || changed.readsPerSecond !== client.readsPerSecond)
      opened.push({ client: client.id, what: client.kind === 'read-write' ? 'reads' : 'rate' })
    if (changed.operation !== client.operation) opened.push({ client: client.id, what: 'operation' })
    if (changed.entriesPerWrite !== client.entriesPerWrite) opened.push({ client: client.id, what: 'entries' })
    return changed
  })
  return { scenario: { ...scenario, clients }, opened }
}

function openClient(client: ClientSpec): ClientSpec {
  const plain: ClientSpec = { ...client, operation: 'put', entriesPerWrite: 1 }
  switch (client.kind) {
    case 'stream':
      return plain
    case 'reader':
      return client.readsPerSecond > 0 ? plain : { ...plain, readsPerSecond: rateOf(client.thinkMs) }
    case 'read-write':
      return { ...plain, kind: 'stream', ratePerSecond: rateOf(client.thinkMs * (1 + client.readsPerWrite)) }
    case 'closed-loop':
      return { ...plain, kind: 'stream', ratePerSecond: rateOf(client.thinkMs) }
  }
}

/** As many a second as with answers that take no time; a thousand at most. */
const rateOf = (thinkMs: number): number => Math.max(0.001, Math.floor(1_000_000 / Math.max(1, thinkMs) + 0.5) / 1000)

/** Fields of a client that its requests do not hang on. */
const ANSWERS = [
  'node',
  'dataCenter',
  'context',
  'route',
  'routeWindowMs',
  'positionTimeoutMs',
  'consistency',
  'retryMs',
]

/** Settings of clients that make requests, as paths of interventions. */
const ASKS = /^clients\..+\.(kind|operation|ratePerSecond|readsPerSecond|spacing|keys|hotPercent|entriesPerWrite)$/

/** Do both runs issue the same requests at the same times, whatever either answers? */
export function sameRequests(one: Run, other: Run): boolean {
  return (
    [one, other].every(({ scenario }) => openRequests(scenario).opened.length === 0) &&
    one.interventions.every(isOpen) &&
    requestsOf(one) === requestsOf(other)
  )
}

/** Nobody is made to wait for answers on the way. */
const isOpen = (one: Intervention): boolean => one.do !== 'set' || !/^clients\..+\.kind$/.test(one.path)

const requestsOf = ({ seed, scenario, interventions }: Run): string =>
  canonicalJson({
    seed,
    rows: scenario.multiMaster.rows,
    clients: scenario.clients.map((client) =>
      Object.entries(client).filter(([name]) => !(ANSWERS as readonly string[]).includes(name)),
    ),
    asked: interventions.filter((one) => one.do === 'write' || (one.do === 'set' && ASKS.test(one.path))),
  })
