/** What somebody does to several masters from outside. */

import type { Kernel } from '../kernel/kernel.ts'
import { nodeNamed } from '../kernel/nodeNamed.ts'
import { isUp } from '../measures/parts.ts'
import type { Interventions } from '../packs/pack.ts'
import { changed, settingsOf } from '../settings/index.ts'
import type { Node } from '../world/index.ts'
import { threadOf, threadsOf } from './channels.ts'
import { rowCalled } from './keys.ts'
import { mastersOf } from './naming.ts'
import { removeMaster } from './remove.ts'
import { repair } from './repair.ts'
import { isStopped } from './serving.ts'

/** Only among several masters. */
export const own: Partial<Interventions> = {
  'remove-master': (kernel, { node }) => removeMaster(kernel, nodeNamed(kernel, node)),

  repair: (kernel, { node, from }) => repair(kernel, nodeNamed(kernel, node), nodeNamed(kernel, from)),

  'skip-entry'(kernel, { node: id, from }) {
    const node = nodeNamed(kernel, id)
    const part = isUp(node) ? threadOf(node, 'channelApplier', nodeNamed(kernel, from).number) : undefined
    if (part !== undefined) kernel.deliver(part, { type: 'SKIP' }, kernel.cause)
  },

  // Its text is nothing for a log of events.
  'set-function'(kernel, { source }) {
    const { world } = kernel
    world.settings = settingsOf(changed(world.settings.scenario, 'multiMaster.function', source), world.settings)
    kernel.fact('run', 'setting-changed', { path: 'multiMaster.function' })
  },
}

/** In place of what the core does. */
export const inPlace: Partial<Interventions> = {
  write(kernel, { client: id, key, operation, value }) {
    const { world } = kernel
    const multi = mastersOf(world)
    const client = world.clients.find((one) => one.id === id)
    if (client === undefined) return
    const given = {
      ...(key === undefined ? {} : { key: rowCalled(world.settings.multiMaster!.rows, key) }),
      ...(operation === undefined ? {} : { operation }),
      ...(value === undefined ? {} : { argument: value }),
    }
    multi.given = multi.given.map((list, number) => (number === client.number ? [...list, given] : list))
    kernel.deliver(client.parts[0]!, { type: 'WRITE_NOW' }, 0)
  },

  'stop-receiver': (kernel, { node }) => onThreads(kernel, nodeNamed(kernel, node), 'receiver', 'STOP'),
  'start-receiver': (kernel, { node }) => onThreads(kernel, nodeNamed(kernel, node), 'receiver', 'START'),
  'stop-applier': (kernel, { node }) => onThreads(kernel, nodeNamed(kernel, node), 'channelApplier', 'STOP'),
  'start-applier': (kernel, { node }) => onThreads(kernel, nodeNamed(kernel, node), 'channelApplier', 'START'),
}

/** Those of all channels. */
function onThreads(kernel: Kernel, node: Node, machine: 'receiver' | 'channelApplier', type: 'START' | 'STOP'): void {
  if (!isUp(node)) return
  for (const part of threadsOf(node, machine)) {
    kernel.cause = 0
    const starts = machine === 'receiver' && type === 'START'
    // One that runs has nothing to begin.
    if (starts && !isStopped(part)) continue
    if (starts) kernel.fact(node.id, 'receiver-started', { peer: kernel.world.nodes[part.peer]!.id })
    kernel.deliver(part, { type, reason: type === 'START' ? 'start' : 'asked' } as never, kernel.cause)
  }
}
