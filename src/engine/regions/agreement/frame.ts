/** What a region's picture shows of the agreement. */
import type { RegionFrame } from '../../frame/index.ts'
import { rowName } from '../../multiMaster/naming.ts'
import type { Node, World } from '../../world/index.ts'
import { isAlone } from './alone.ts'
import { stateOf } from './book.ts'

export function agreementFrame(
  world: World,
  node: Node,
): Pick<RegionFrame, 'waitingForRegion' | 'isolated' | 'promised'> {
  const state = stateOf(world, node)
  return {
    waitingForRegion: state.open.length + state.queue.length,
    isolated: isAlone(state, node.number),
    promised: state.promised.map(({ key, write, since }) => ({
      key: rowName(world, key),
      to: world.nodes[write.origin]!.id,
      since,
    })),
  }
}
