/** Writes that were told OK and are gone, as the ledger beside the stage lists them. */
import type { LostWrite } from '../frame/index.ts'
import type { World } from '../world/index.ts'

/** `gone`: those of `world.lost` that have not come back. */
export function lostWrites({ entries, writes, clients }: World, gone: World['lost']): LostWrite[] {
  return gone.map(({ write, lostAt }) => {
    const entry = writes.entry.get(write - 1)
    return {
      write,
      // Where it was born is where it stands in every log that has it.
      number: entries.sequenceOf(entry),
      key: entries.keyName(entry),
      value: entries.valueOf(entry),
      client: clients[writes.client.get(write - 1)]!.id,
      okAt: writes.settledAt.get(write - 1),
      lostAt,
    }
  })
}
