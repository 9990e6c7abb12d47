/** What somebody does to a run from outside. It is carried out 1 us after its time, before anything else of that instant. */

import type { Action } from '../../run/index.ts'
import { partOf } from '../measures/parts.ts'
import type { Node, Part } from '../world/index.ts'
import { isIn } from './acts/act.ts'
import { reviewCopies } from './copying.ts'
import { cutOff, joinAgain } from './dataCenters.ts'
import type { Told } from './event.ts'
import type { Kernel } from './kernel.ts'
import { linkId } from './linkId.ts'
import { managerOf } from './monitors.ts'
import { cut, heal, stall } from './network.ts'
import { rebuild } from './rebuild.ts'
import { rejoin, rewind } from './rejoin.ts'
import { purge } from './retention.ts'
import { setTo } from './setTo.ts'
import { join, leave, repoint } from './topology.ts'

export function intervene(kernel: Kernel, action: Action): void {
  kernel.cause = 0
  switch (action.do) {
    case 'kill':
    case 'restart':
      kernel.deliver(nodeNamed(kernel, action.node).parts[0]!, { type: action.do === 'kill' ? 'KILL' : 'RESTART' }, 0)
      break
    case 'cut':
    case 'stall':
    case 'heal':
      onLink(kernel, action.do, action.between)
      break
    case 'stop-receiver':
    case 'start-receiver':
    case 'stop-applier':
    case 'start-applier':
      onThread(kernel, action.do, nodeNamed(kernel, action.node))
      break
    case 'lock-rows':
    case 'unlock-rows':
      onRows(kernel, action.do === 'lock-rows', nodeNamed(kernel, action.node))
      break
    case 'promote':
      kernel.tell(managerOf(kernel), {
        type: 'PROMOTE',
        node: nodeNamed(kernel, action.node).number,
      })
      break
    case 'switchover':
      askSwitchover(kernel, nodeNamed(kernel, action.node))
      break
    case 'cut-data-center':
      cutOff(kernel, action.dataCenter)
      break
    case 'heal-data-center':
      joinAgain(kernel, action.dataCenter)
      break
    case 'write': {
      const client = kernel.world.clients.find(({ id }) => id === action.client)
      if (client !== undefined) kernel.deliver(client.parts[0]!, { type: 'WRITE_NOW' }, 0)
      break
    }
    case 'add-slave':
      join(kernel, action.node, action.upstream, action.from === undefined ? undefined : kernel.node(action.from))
      break
    case 'purge':
      purge(kernel, nodeNamed(kernel, action.node))
      break
    case 'rebuild':
      rebuild(kernel, nodeNamed(kernel, action.node), nodeNamed(kernel, action.from))
      break
    case 'rejoin':
      rejoin(kernel, nodeNamed(kernel, action.node))
      break
    case 'rewind':
      rewind(kernel, nodeNamed(kernel, action.node))
      break
    case 'remove-slave':
      leave(kernel, nodeNamed(kernel, action.node))
      break
    case 'repoint':
      repoint(kernel, nodeNamed(kernel, action.node), nodeNamed(kernel, action.upstream))
      break
    case 'set':
      setTo(kernel, action.path, action.value)
      break
  }
  reviewCopies(kernel)
}

function nodeNamed(kernel: Kernel, id: string): Node {
  const node = kernel.node(id)
  if (node === undefined) throw new Error(`There is no node ${id}.`)
  return node
}

function onLink(kernel: Kernel, what: 'cut' | 'stall' | 'heal', [one, other]: readonly [string, string]): void {
  const link = kernel.link(linkId(one, other))
  if (what === 'cut' && link.state !== 'cut') cut(kernel, link)
  if (what === 'stall' && link.state === 'up') stall(kernel, link)
  if (what === 'heal' && link.state !== 'up') heal(kernel, link)
}

/** The monitor carries it out, or says why not. */
function askSwitchover(kernel: Kernel, node: Node): void {
  const master = kernel.world.nodes[kernel.world.monitor.watches]!
  kernel.fact(node.id, 'switchover-asked', { peer: master.id })
  kernel.tell(managerOf(kernel), { type: 'SWITCHOVER', node: node.number })
}

/** Threads of a node that is down cannot be asked for anything. */
function onThread(kernel: Kernel, what: string, node: Node): void {
  if (!isIn(node.parts[0]!, 'up')) return
  const receiver = node.parts.find(({ machine }) => machine === 'receiver')
  const part: Part | undefined = what.endsWith('receiver') ? receiver : partOf(node, 'applier')
  if (part === undefined || node.upstream < 0) return
  if (what === 'start-receiver') {
    // One that runs has nothing to begin.
    if (!isIn(part, 'connection.stopped') && !isIn(part, 'connection.refused')) return
    kernel.fact(node.id, 'receiver-started', {})
  }
  const type = what.startsWith('start') ? 'START' : 'STOP'
  const event: Told = { type, reason: type === 'START' ? 'start' : 'asked' }
  kernel.deliver(part, event, kernel.cause)
}

/**
 * Only a slave's SQL thread is held up: statements on a master do not block one another here. A transaction that is
 * under way has its rows already and is finished; the lock meets the next one.
 */
function onRows(kernel: Kernel, lock: boolean, node: Node): void {
  if (!isIn(node.parts[0]!, 'up') || lock === node.lockedAt >= 0 || (lock && node.upstream < 0)) return
  if (lock) {
    kernel.fact(node.id, 'rows-locked', {})
    node.lockedAt = kernel.now
    return
  }
  kernel.fact(node.id, 'rows-unlocked', { us: kernel.now - node.lockedAt })
  node.lockedAt = -1
  kernel.deliver(partOf(node, 'applier')!, { type: 'UNLOCK' }, kernel.cause)
}
