import type { ClientFrame } from '../frame/index.ts'
import type { Client, Part, World } from '../world/index.ts'
import { lastReadFrame } from './readFrame.ts'

/** A client: what it is doing, how long the oldest unanswered write has been waiting, and what it heard last. */
export function clientFrame(world: World, client: Client): ClientFrame {
  const asking = client.parts.filter(({ machine, attached }) => attached && ASKS.includes(machine))
  const waiting = asking.filter((part) => isIn(part, 'waiting'))
  const resting = asking.filter((part) => isIn(part, 'backingOff'))
  const writing = waiting.filter(({ machine }) => machine === 'connection')
  const oldest = oldestOf(waiting)
  const oldestWrite = oldestOf(writing)
  const queued = client.issued.length - client.started
  return {
    id: client.id,
    kind: world.settings.clients[client.number]!.kind,
    target: world.nodes[client.target]!.id,
    route: world.settings.clients[client.number]!.route,
    readsFrom: client.asked && world.nodes[client.asked.node]!.id,
    reads: { ...client.readCounts, ...(world.multi && { stale: world.multi.freshness.staleOf(client.number) }) },
    ...doing(client, oldest, resting),
    waitingSince: oldest && sentAt(oldest),
    givesUpAt: oldest && givesUpAt(oldest),
    failingSince: client.failingSince < 0 ? null : client.failingSince,
    pending: queued + writing.length,
    oldest: oldestWrite && Number(oldestWrite.context['write']),
    lastRead: client.lastRead && lastReadFrame(world, client, client.lastRead),
    last: client.last && { ...client.last },
  }
}

/** Machines that wait for an answer: one for every connection of a writer, and a reader's only one. */
const ASKS: readonly string[] = ['connection', 'reader', 'readStream', 'readWrite']

function doing(client: Client, oldest: Part | null, resting: readonly Part[]): Pick<ClientFrame, 'state' | 'since'> {
  const loop = client.parts[0]!
  if (oldest) return { state: 'waiting', since: sentAt(oldest) }
  if (resting.length > 0) return { state: 'backing-off', since: Math.max(...resting.map((part) => part.since)) }
  return {
    state: loop.attached && isIn(loop, 'stopped') ? 'stopped' : 'thinking',
    since: Math.max(loop.since, client.last?.at ?? 0),
  }
}

const oldestOf = (waiting: readonly Part[]): Part | null =>
  waiting.reduce<Part | null>((best, part) => (best && sentAt(best) <= sentAt(part) ? best : part), null)
const isIn = ({ program, config }: Part, state: string): boolean =>
  program.active(config).some((path) => path === state || path.endsWith(`.${state}`))
const sentAt = ({ context: { sentAt: at } }: Part): number => Number(at)
const givesUpAt = ({ context: { givesUpAt: at } }: Part): number => Number(at)
