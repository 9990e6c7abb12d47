/** What a client works under: its rhythm, its patience, what it writes and where it reads. */
import type { ClientSpec } from '../../run/index.ts'
import { micros } from './micros.ts'

export interface ClientSettings {
  readonly id: string
  readonly kind: ClientSpec['kind']
  /** Mean pause: think time of a closed loop, 1/rate of a stream; 0 = writes only when told to. */
  readonly gapUs: number
  readonly exponential: boolean
  readonly connections: number
  readonly keys: number
  /** Of 100,000 requests, how many go to the hot key besides its share of the others. */
  readonly hotOf100k: number
  readonly entriesPerWrite: number
  readonly timeoutUs: number
  readonly retryUs: number
  readonly startUs: number
  /** 0 = never stops. */
  readonly writes: number
  /** A reader with a timetable; absent: whoever waits for answers. */
  readonly timed?: true
  /** How often a read-write client reads its row back. */
  readonly readsPerWrite: number
  readonly route: ClientSpec['route']
  /** How long its reads stay with the leader after a write of its own. */
  readonly routeWindowUs: number
  /** How long a slave may wait for the position that it is asked for. */
  readonly positionTimeoutUs: number
}

export type Route = ClientSettings['route']

export function clientSettings(client: ClientSpec): ClientSettings {
  const stream = client.kind === 'stream'
  const timed = client.kind === 'reader' && client.readsPerSecond > 0
  return {
    ...(timed && { timed }),
    id: client.id,
    kind: client.kind,
    gapUs: stream ? spacing(client.ratePerSecond) : timed ? spacing(client.readsPerSecond) : micros(client.thinkMs),
    exponential: client.spacing === 'exponential',
    connections: stream ? client.connections : 1,
    keys: client.keys,
    hotOf100k: Math.floor(client.hotPercent * 1000 + 0.5),
    entriesPerWrite: client.entriesPerWrite,
    timeoutUs: micros(client.timeoutMs),
    retryUs: micros(client.retryMs),
    startUs: micros(client.startMs),
    writes: client.writes,
    readsPerWrite: client.readsPerWrite,
    route: client.route,
    routeWindowUs: micros(client.routeWindowMs),
    positionTimeoutUs: micros(client.positionTimeoutMs),
  }
}

const spacing = (ratePerSecond: number): number =>
  ratePerSecond === 0 ? 0 : Math.max(1, Math.floor(1_000_000 / ratePerSecond + 0.5))
