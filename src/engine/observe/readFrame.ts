/** What a read shows, held against the newest there was when it began: of an answer under way, and of the last one. */
import type { ClientFrame, ReadVersions } from '../frame/index.ts'
import { judge, verdictOf, versionNumber } from '../measures/versions.ts'
import type { Client, LastRead, Message, World } from '../world/index.ts'

export function lastReadFrame(world: World, client: Client, read: LastRead): NonNullable<ClientFrame['lastRead']> {
  const { key, value, write, at } = read
  const shown = { key, value, write, at, ...versions(world, read) }
  const lacked = world.multi?.freshness.lackedBy(client.number) ?? null
  if (lacked === null) return shown
  // Among several masters: one of the writes that the answer had not heard of.
  const entry = world.multi!.sites[lacked.origin]!.own.get(lacked.sequence - 1)
  return { ...shown, verdict: 'stale', newest: newestFrame(world, entry) }
}

/** Null for what is no answer to a read, or one that nobody waits for any more. */
export function answerFrame(world: World, { kind, to, write, from, event }: Message): ReadVersions | null {
  if (kind !== 'reply' || write > 0 || event['ok'] !== true) return null
  const asked = world.clients.find(({ id }) => id === to)?.asked
  if (!asked || world.nodes[asked.node]!.id !== from) return null
  const entry = Number(event['entry'])
  const upTo = Number(event['upTo'])
  const verdict = verdictOf(judge(world, asked, entry, upTo))
  return versions(world, { ...asked, entry, upTo, verdict })
}

function versions(
  world: World,
  {
    node,
    entry,
    newest,
    upTo,
    seen,
    verdict,
  }: Pick<LastRead, 'node' | 'entry' | 'newest' | 'upTo' | 'seen' | 'verdict'>,
): ReadVersions {
  return {
    node: world.nodes[node]!.id,
    version: versionNumber(world, entry),
    newest: newestFrame(world, newest),
    upTo: versionNumber(world, upTo),
    seen: versionNumber(world, seen),
    verdict,
  }
}

const newestFrame = (world: World, entry: number): ReadVersions['newest'] =>
  entry === 0
    ? null
    : { value: world.entries.valueOf(entry), write: world.entries.writeOf(entry), version: versionNumber(world, entry) }
