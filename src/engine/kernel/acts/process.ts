/**
 * Death and return of a process. On disk stay the logs up to their last flush and the data; a transaction that was
 * not flushed leaves no trace. On return every flushed transaction is committed, whether its client heard so or not.
 */

import { partOf } from '../../measures/parts.ts'
import { tendHeartbeat } from '../heartbeats.ts'
import { loseHost, send } from '../network.ts'
import { type Acts, isIn, nodeOf } from './act.ts'

export const process: Acts = {
  crash(kernel, part) {
    const node = nodeOf(kernel, part)
    const { world } = kernel
    const list = world.kit.calls.onlyHere(world, node)
    node.diedBy = kernel.fact(node.id, 'killed', { list, count: list.length }).id
    node.life++
    node.diedAt = kernel.now
    node.rolledBack = node.parts.filter(
      (one) => one.machine === 'session' && ['executing', 'writing', 'flushing'].some((state) => isIn(one, state)),
    ).length
    node.flushing = []
    node.nextFlush = []
    node.waiting = []
    node.commitDue = 0
    // The session that held it is gone.
    node.lockedAt = -1
    node.grants = []
    loseHost(kernel, node.id)
    for (const other of node.parts.slice(1)) kernel.deliver(other, { type: 'DIED' }, kernel.cause)
    for (const other of node.parts.slice())
      if (other.machine === 'session' || other.machine === 'sender') kernel.detach(other, node.parts)
    if (world.multi === null && world.epochs[world.epochs.length - 1]!.master === node.number)
      for (const monitor of world.monitors) if (monitor.outageFrom < 0) monitor.outageFrom = kernel.now
    world.kit.calls.loseCopies(kernel, node)
  },

  recover(kernel, part) {
    const node = nodeOf(kernel, part)
    const { world } = kernel
    kernel.fact(node.id, 'node-recovered', { to: node.log.end, count: node.rolledBack })
    node.rolledBack = 0
    if (node.upstream < 0) {
      node.data.apply(node.log, node.applied.position + 1, node.log.end, world.entries)
      node.applied.mark(node.log.end, kernel.now)
      node.commitsTo = node.log.end
      if (isIn(node.parts[1]!, 'master')) kernel.tell(partOf(node, 'commitGate')!, { type: 'OPEN' })
      if (isIn(node.parts[1]!, 'readOnly')) kernel.fact(node.id, 'made-read-only', { reason: 'restart' })
      tendHeartbeat(kernel, node)
      return
    }
    kernel.tell(partOf(node, 'applier')!, { type: 'START' })
    const receiver = node.parts.find(({ machine }) => machine === 'receiver')
    if (receiver !== undefined) kernel.tell(receiver, { type: 'START', reason: 'start' })
  },

  answerProbe(kernel, part, { sequence, monitor }: { sequence: number; monitor: number }) {
    const node = nodeOf(kernel, part)
    const role = node.parts[1]!
    const { life, upstream, epoch } = node
    const receiver = partOf(node, 'receiver')
    const asker = kernel.world.monitors[monitor]!.id
    const replicating = receiver !== undefined && isIn(receiver, 'connection.streaming')
    send(kernel, {
      kind: 'answer',
      from: node.id,
      to: asker,
      part: `${asker}/probe:${node.id}`,
      word: 'alive',
      event: {
        type: 'ANSWER',
        sequence,
        life,
        role: role.program.active(role.config)[0]!.split('.')[0]!,
        upstream,
        epoch,
        replicating,
        saidAt: kernel.now,
      },
    })
  },
}
