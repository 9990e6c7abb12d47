/**
 * Reads from several masters: a client asks its own, or any other, and is shown what stands there. No master can say which
 * version is the newest one; what an answer had not heard of is kept beside (`freshness.ts`).
 */

import { type Acts, nodeOf } from '../kernel/acts/act.ts'
import { dueAt, reading } from '../kernel/acts/reading.ts'
import type { Kernel } from '../kernel/kernel.ts'
import { send } from '../kernel/network.ts'
import type { Shown } from '../machines/asks.ts'
import { join, type RowState, TOMBSTONE } from '../resolvers/index.ts'
import type { Part } from '../world/index.ts'
import { siteOf } from './channels.ts'
import { leaveMaster } from './clients.ts'
import { entryOf, mastersOf } from './naming.ts'
import { rowAt } from './site.ts'

export const answering: Acts = {
  answerRead(kernel, part, { key }: { key: number }) {
    const { world } = kernel
    const { regions } = mastersOf(world)
    if (regions !== null) regions.doors.answerRead(kernel, part, key)
    else answerWith(kernel, part, key, rowAt(siteOf(world, nodeOf(kernel, part)), key).state)
  },
}

/** With this row. */
export function answerWith(kernel: Kernel, part: Part, key: number, state: RowState): void {
  if (part.connection === 0) return
  const { world } = kernel
  const node = nodeOf(kernel, part)
  const heard = join(state.context, siteOf(world, node).forgotten.get(key) ?? [])
  mastersOf(world).freshness.answer(part.connection, part.peer, heard)
  // Of several versions a reader is shown all; the first one stands for them here.
  const shown = state.shown.find(({ value }) => value !== TOMBSTONE)
  const entry = shown === undefined ? 0 : entryOf(mastersOf(world), shown)
  const client = world.settings.clients[part.peer]!.id
  send(kernel, {
    kind: 'reply',
    from: node.id,
    to: client,
    part: client,
    connection: part.connection,
    epoch: 1,
    word: `${world.entries.rowName(key)}=${shown?.value ?? 'none'}`,
    event: { type: 'REPLY', ok: true, reason: '', key, entry, upTo: 0, lack: 0, epoch: 1 },
  })
}

export const hearing: Acts = {
  sendRead(kernel, part) {
    reading['sendRead']!(kernel, part, undefined as never)
    mastersOf(kernel.world).freshness.ask(part.place, kernel.world.clients[part.place]!.asked!.key)
  },

  answered(kernel, part, { entry, key }: Shown) {
    const { world, now } = kernel
    const client = world.clients[part.place]!
    const node = world.nodes[client.asked!.node]!
    const name = world.entries.rowName(key)
    const at = world.reads.note(client.number, entry, now, dueAt(client, part))
    if (mastersOf(world).freshness.hear(part.connection, client.number)) world.reads.stale.push(at)
    const write = entry === 0 ? 0 : world.entries.writeOf(entry)
    const value = entry === 0 ? null : numberIn(mastersOf(world).written.get(entry)?.version?.value ?? '0')
    const none = { entry, newest: 0, upTo: 0, seen: 0, verdict: 'fresh' } as const
    client.lastRead = { key: name, value, write, at: now, node: node.number, ...none }
    client.readCounts = { ...client.readCounts, answered: client.readCounts.answered + 1 }
    client.failingSince = -1
    client.avoids = -1
    const shown = value === null ? {} : { value, write }
    const { regions } = mastersOf(world)
    const zone = regions === null ? {} : { reason: regions.doors.answeredBy(client.number) }
    kernel.fact(client.id, 'read-answered', { peer: node.id, key: name, ...shown, epoch: 1, ...zone })
  },
}

/** Of a reader with a timetable: whom it asks has failed it, and the next master in order is as good. */
export const movingOn: Acts = {
  missed(kernel, part, how) {
    reading['missed']!(kernel, part, how)
    const client = kernel.world.clients[part.place]!
    const isFixed = kernel.world.settings.regions !== null
    if (!isFixed && client.target === client.asked!.node) leaveMaster(kernel, client)
  },
}

/** Of a list, how many elements it has: a client's card has room for one number. */
function numberIn(text: string): number {
  const value = text === TOMBSTONE ? 0 : (JSON.parse(text) as unknown)
  return typeof value === 'number' ? value : Array.isArray(value) ? value.length : 0
}
