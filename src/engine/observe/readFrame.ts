/** What a read shows, held against the newest there was when it began: of an answer under way, and of the last one. */
import type { ClientFrame, ReadVersions } from '../frame/index.ts'
import { judge, verdictOf, versionNumber } from '../measures/versions.ts'
import type { LastRead, Message, World } from '../world/index.ts'

export function lastReadFrame(world: World, read: LastRead): NonNullable<ClientFrame['lastRead']> {
  const { key, value, write, at } = read
  return { key, value, write, at, ...versions(world, read) }
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
  const { entries } = world
  return {
    node: world.nodes[node]!.id,
    version: versionNumber(world, entry),
    newest:
      newest === 0
        ? null
        : { value: entries.valueOf(newest), write: entries.writeOf(newest), version: versionNumber(world, newest) },
    upTo: versionNumber(world, upTo),
    seen: versionNumber(world, seen),
    verdict,
  }
}
