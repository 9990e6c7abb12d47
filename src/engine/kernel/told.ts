/**
 * What clients have been told OK for, key by key: the yardstick of reads (DOMAIN 2.6). It is kept only while somebody
 * reads, and made from the list of writes when a client takes to reading, or when a new epoch has begun and what it
 * lacks no longer counts. A client's own writes count for it also when they were lost: to its user they are missing.
 */
import { KeyValues } from '../log/data.ts'
import { survives } from '../measures/history.ts'
import { isNewer } from '../measures/versions.ts'
import type { Settings } from '../settings/index.ts'
import type { Client, World } from '../world/index.ts'
import { OK } from '../writes.ts'

export const reads = ({ clients }: Settings, { number }: Client): boolean => {
  const kind = clients[number]!.kind
  return kind === 'reader' || kind === 'read-write'
}

/** A client has been told OK for a write. */
export function noteTold(world: World, client: Client, write: number, epoch: number): void {
  // Among several masters no version is the newest.
  if (world.multi !== null) return
  if (!world.clients.some((one) => reads(world.settings, one))) return
  if (survives(world, write)) note(world, world.told, write)
  if (!reads(world.settings, client)) return
  note(world, client.own, write)
  carryWrite(world, client, write, epoch)
}

/** The position of its own write, as the answer named it: what a slave must have applied before this client reads there. */
function carryWrite(world: World, client: Client, write: number, epoch: number): void {
  const last = world.writes.entry.get(write - 1) + world.writes.count.get(write - 1) - 1
  if (isNewer(world, last, client.token.entry)) client.token = { entry: last, epoch }
}

/** The newest versions told of, from the list of all writes. */
export function tellAnew(world: World): void {
  if (world.multi !== null || !world.clients.some((one) => reads(world.settings, one))) return
  world.told = new KeyValues()
  for (let write = 1; write <= world.writes.length; write++)
    if (world.writes.outcome.get(write - 1) === OK && survives(world, write)) note(world, world.told, write)
}

/** A client takes to reading: it knows what it has been told OK for so far. */
export function remember(world: World, client: Client): void {
  client.own = new KeyValues()
  if (world.multi !== null) return
  for (let at = 0; at < client.issued.length; at++) {
    const write = client.issued.get(at)
    if (world.writes.outcome.get(write - 1) !== OK) continue
    note(world, client.own, write)
    carryWrite(world, client, write, world.entries.epochOf(world.writes.entry.get(write - 1)))
  }
}

function note(world: World, into: KeyValues, write: number): void {
  const { writes, entries } = world
  const first = writes.entry.get(write - 1)
  for (let entry = first; entry < first + writes.count.get(write - 1); entry++) {
    const key = entries.keyOf(entry)
    if (isNewer(world, entry, into.get(key))) into.set(key, entry)
  }
}
