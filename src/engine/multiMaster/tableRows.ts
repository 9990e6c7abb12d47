/** What somebody would see who looked at a master's table: a line for every version that stands in a row. */
import type { Row } from '../frame/index.ts'
import { TOMBSTONE } from '../resolvers/index.ts'
import type { World } from '../world/index.ts'
import { entryOf, mastersOf, rowName } from './naming.ts'

/** The youngest change first, at most `most` lines; nothing for a node that is not there. `position`: its number at its origin. */
export function mastersRows(world: World, id: string, most: number): Row[] {
  const node = world.nodes.find((each) => each.id === id)
  if (node === undefined) return []
  const found: { row: Row; since: number }[] = []
  const multi = mastersOf(world)
  multi.sites[node.number]!.rows.forEach((key, { state, since }) => {
    for (const version of state.shown) {
      if (version.value === TOMBSTONE) continue
      const { origin, sequence, value } = version
      const write = world.entries.writeOf(entryOf(multi, version))
      const from = world.nodes[origin]!.id
      const row = { key: rowName(world, key), ...asNumber(value), position: sequence, write, epoch: 1, origin: from }
      found.push({ row, since })
    }
  })
  return found
    .sort((one, other) => other.since - one.since)
    .slice(0, Math.max(0, most))
    .map(({ row }) => row)
}

/** A list, or whatever a function made, is not one number. */
function asNumber(value: string): Pick<Row, 'value' | 'text'> {
  const parsed = JSON.parse(value) as unknown
  return typeof parsed === 'number' ? { value: parsed } : { value: 0, text: value }
}
