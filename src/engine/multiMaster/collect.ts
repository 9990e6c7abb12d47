/** Tombstones are thrown away (DOMAIN 5.4): which ones, and when somebody looks. */
import { type Acts, isIn, nodeOf } from '../kernel/acts/act.ts'
import type { Kernel } from '../kernel/kernel.ts'
import { wallOf } from '../measures/clock.ts'
import { members } from '../measures/members.ts'
import { partOf } from '../measures/parts.ts'
import { COLLECTED, covers, mayCollect } from '../resolvers/index.ts'
import type { Node, World } from '../world/index.ts'
import { siteOf } from './channels.ts'
import { dotName, dotOf, mastersOf, rowName } from './naming.ts'
import { setRow } from './rows.ts'
import { rowAt } from './site.ts'

/** It looks through them this often in one grace time, and at most every 50 ms. */
const LOOKS = 8
const LEAST_US = 50_000

/** Until the collector looks again; 0 = there is nothing to look for. */
export function collectsEvery(world: World, node: Node): number {
  const { tombstones, graceUs, rule } = world.settings.multiMaster!
  if (tombstones === 'keep' || rule === 'arrival' || siteOf(world, node).deleted.length === 0) return 0
  return Math.max(LEAST_US, Math.floor(graceUs / LOOKS))
}

export function tendCollector(kernel: Kernel, node: Node): void {
  const part = partOf(node, 'collector')
  if (part !== undefined && isIn(part, 'resting') && collectsEvery(kernel.world, node) > 0)
    kernel.tell(part, { type: 'TEND' })
}

export const collecting: Acts = {
  collect(kernel, part) {
    const { world } = kernel
    const node = nodeOf(kernel, part)
    const multi = mastersOf(world)
    const site = siteOf(world, node)
    const { tombstones, graceUs } = world.settings.multiMaster!
    const everybody = members(world).map(({ number }) => multi.sites[number]!)
    // Also what was written to the row without knowing of the delete: if that came later, nothing would stand against it.
    const isEverywhere = (key: number): boolean =>
      multi
        .entriesOf(key, world.entries.length)
        .every((entry) => everybody.every(({ seen }) => covers(seen, dotOf(world, entry))))
    for (const key of site.deleted) {
      const row = rowAt(site, key)
      const isThrown = mayCollect(row.state, tombstones, wallOf(world, node), graceUs, () => isEverywhere(key))
      if (!isThrown || (tombstones === 'everyone' && isRepairing(world))) continue
      const tombstone = row.state.shown[0] ?? row.state.versions[0]!
      site.forgotten.set(key, row.state.context)
      setRow(kernel, site, key, { ...row, state: COLLECTED })
      multi.count('collected')
      const args = { key: rowName(world, key), entry: dotName(world, tombstone), reason: tombstones }
      const old = world.facts
        .milestones()
        .some(({ kind, args: { key: known } }) => kind === 'tombstone-collected' && known === args.key)
      kernel.fact(node.id, 'tombstone-collected', args, kernel.cause, true, old)
    }
  },
}

/** Rows as they were are on their way to another master. */
function isRepairing({ messages }: World): boolean {
  for (const { kind } of messages.values()) if (kind === 'snapshot') return true
  return false
}
