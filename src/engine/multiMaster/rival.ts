/** Two rows with different keys and the same unique value: a conflict that no rule for one row can settle. */
import type { Kernel } from '../kernel/kernel.ts'
import type { Met, Version } from '../resolvers/index.ts'
import type { Node } from '../world/index.ts'
import { tellMeeting } from './meet.ts'
import { rowAt, type Site } from './site.ts'

/** `rival`: the key of the row that holds it here; `there`: what came. */
export function tellRival(
  kernel: Kernel,
  node: Node,
  site: Site,
  key: number,
  rival: number,
  there: Version,
  met: Met,
  outcome: 'siblings' | 'stopped' | 'skipped' | 'kept-there' = 'siblings',
): void {
  const here = rowAt(site, rival).state.shown[0]
  if (here === undefined) return
  const told = { pair: { here, there }, kind: 'unique', outcome } as const
  tellMeeting(kernel, node, key, { ...met, conflict: true, discarded: [] }, told)
}
