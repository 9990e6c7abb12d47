/**
 * The rhythm of a client: the part that decides when it sends next. Its kind may change while everything runs: the old
 * rhythm stops at once, what it has under way is finished as it would have been (a read is given up), what queues is
 * still sent, and the new one begins.
 */
import type { ClientSettings } from '../settings/index.ts'
import type { Client } from '../world/index.ts'
import { close } from './connections.ts'
import type { Kernel } from './kernel.ts'
import { reads, remember, tellAnew } from './told.ts'

const RHYTHMS: Readonly<Record<ClientSettings['kind'], { machine: string; id: string }>> = {
  'closed-loop': { machine: 'closedLoop', id: 'loop' },
  stream: { machine: 'stream', id: 'stream' },
  reader: { machine: 'reader', id: 'reader' },
  'read-write': { machine: 'readWrite', id: 'read-write' },
}

const TIMETABLE = { machine: 'readStream', id: 'timetable' }

export const rhythmOf = ({ kind, timed }: ClientSettings) => (timed ? TIMETABLE : RHYTHMS[kind])

export function attachLoop(kernel: Kernel, client: Client): void {
  const s = kernel.world.settings.clients[client.number]!
  const spec = { ...rhythmOf(s), owner: client.id, place: client.number, peer: -1 }
  const loop = kernel.attach(spec, client.parts, { s, at: kernel.now, sent: client.issued.length })
  client.parts = [loop, ...client.parts.filter((part) => part !== loop)]
}

/** To be called when the client's rhythm is another one. */
export function swapLoop(kernel: Kernel, client: Client): void {
  const old = client.parts[0]!
  close(kernel, old)
  kernel.detach(old, client.parts)
  if (reads(kernel.world.settings, client)) {
    remember(kernel.world, client)
    tellAnew(kernel.world)
  }
  attachLoop(kernel, client)
}
