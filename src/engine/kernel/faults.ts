/** What can be done to any run from outside: faults, threads and locks, a new master by hand, a write. */
import { rowNames } from '../../run/index.ts'
import { partOf } from '../measures/parts.ts'
import { rowCalled } from '../multiMaster/keys.ts'
import type { Interventions } from '../packs/pack.ts'
import type { Node, Part } from '../world/index.ts'
import { isIn } from './acts/act.ts'
import type { Told } from './event.ts'
import type { Kernel } from './kernel.ts'
import { linkId } from './linkId.ts'
import { managerOf } from './monitors.ts'
import { cut, heal, stall } from './network.ts'
import { nodeNamed } from './nodeNamed.ts'

export const faults: Partial<Interventions> = {
  kill: (kernel, { node }) => kernel.deliver(nodeNamed(kernel, node).parts[0]!, { type: 'KILL' }, 0),
  restart: (kernel, { node }) => kernel.deliver(nodeNamed(kernel, node).parts[0]!, { type: 'RESTART' }, 0),
  cut: (kernel, { between }) => onLink(kernel, 'cut', between),
  stall: (kernel, { between }) => onLink(kernel, 'stall', between),
  heal: (kernel, { between }) => onLink(kernel, 'heal', between),
  'stop-receiver': (kernel, action) => onThread(kernel, action.do, nodeNamed(kernel, action.node)),
  'start-receiver': (kernel, action) => onThread(kernel, action.do, nodeNamed(kernel, action.node)),
  'stop-applier': (kernel, action) => onThread(kernel, action.do, nodeNamed(kernel, action.node)),
  'start-applier': (kernel, action) => onThread(kernel, action.do, nodeNamed(kernel, action.node)),
  'lock-rows': (kernel, { node }) => onRows(kernel, true, nodeNamed(kernel, node)),
  'unlock-rows': (kernel, { node }) => onRows(kernel, false, nodeNamed(kernel, node)),
  promote: (kernel, { node }) =>
    kernel.tell(managerOf(kernel), { type: 'PROMOTE', node: nodeNamed(kernel, node).number }),
  switchover: (kernel, { node }) => askSwitchover(kernel, nodeNamed(kernel, node)),
  write(kernel, action) {
    const client = kernel.world.clients.find(({ id }) => id === action.client)
    if (client === undefined) return
    const { key, value } = action
    const names = rowNames(kernel.world.settings.scenario)
    const given = { ...(key !== undefined && { key: rowCalled(names, key) }), ...(value !== undefined && { value }) }
    // What is drawn needs no note, and a client that never writes would keep it for ever.
    if (key !== undefined || value !== undefined || client.given.length > 0) client.given = [...client.given, given]
    kernel.deliver(client.parts[0]!, { type: 'WRITE_NOW' }, 0)
  },
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
