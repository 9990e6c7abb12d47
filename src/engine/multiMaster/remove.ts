/**
 * A master is taken out of service for good. Who copied from it copies from whom it copied; what had come in from it is
 * still applied. Entries of it that nobody else had are lost; with origins as the only protection against loops, those
 * that are still under way go round for ever, because nobody is left who would know them as his own (DOMAIN 5.1).
 */

import { sever } from '../kernel/connections.ts'
import type { Kernel } from '../kernel/kernel.ts'
import { dropAll } from '../kernel/network.ts'
import { members } from '../measures/members.ts'
import { covers } from '../resolvers/index.ts'
import { settingsOf } from '../settings/index.ts'
import type { Node } from '../world/index.ts'
import { OK } from '../writes.ts'
import { siteOf, tendChannels } from './channels.ts'
import { leaveMaster } from './clients.ts'
import { dotOf, mastersOf } from './naming.ts'
import { holds } from './onlyHere.ts'
import { markApplied } from './replication.ts'
import { dropSite, reviewAccord } from './rows.ts'

export function removeMaster(kernel: Kernel, node: Node): void {
  const { world } = kernel
  if (members(world).length < 2) return
  const isHub = world.settings.multiMaster!.topology === 'star' && members(world)[0] === node
  kernel.fact(node.id, 'master-removed', {})
  const { cause } = kernel
  for (const client of world.clients) if (client.target === node.number) leaveMaster(kernel, client)
  node.leftAt = kernel.now
  dropAll(kernel, node.id)
  sever(kernel, node.id)
  for (const part of node.parts.slice()) kernel.detach(part, node.parts)
  for (const other of members(world)) {
    const sender = kernel.part(`${other.id}/sender:${node.id}`)
    if (sender !== undefined) kernel.detach(sender, other.parts)
  }
  const { scenario } = world.settings
  const nodes = scenario.nodes.filter(({ id }) => id !== node.id)
  world.settings = settingsOf({ ...scenario, nodes }, world.settings)
  loseOwn(kernel, node)
  dropSite(world, siteOf(world, node))
  if (isHub) logForOthers(kernel, members(world)[0]!, node)
  for (const other of members(world)) tendChannels(kernel, other)
  kernel.cause = cause
  world.links = world.links.filter(({ a, b }) => a !== node.id && b !== node.id)
  kernel.survey()
  reviewAccord(kernel, mastersOf(world).accord.keys)
  kernel.cause = cause
}

/** What it wrote and nobody else has, applied or not. */
function loseOwn(kernel: Kernel, node: Node): void {
  const { world } = kernel
  const multi = mastersOf(world)
  const { own } = siteOf(world, node)
  const list: number[] = []
  for (let at = own.length - 1; at >= 0; at--) {
    const entry = own.get(at)
    if (members(world).some((other) => holds(world, other, dotOf(world, entry)))) break
    const write = world.entries.writeOf(entry)
    const wasOk = write > 0 && world.writes.outcome.get(write - 1) === OK
    multi.ledger.lose(world, entry)
    if (wasOk) list.unshift(write)
  }
  if (list.length === 0) return
  world.lost = [...world.lost, ...list.map((write) => ({ write, lostAt: kernel.now }))].sort(
    (a, b) => a.write - b.write,
  )
  kernel.fact('run', 'writes-lost', { list, count: list.length, epoch: 1, reason: 'removed' }, kernel.cause, true)
}

/**
 * A spoke becomes the hub. It had logged all that it applied, and passed none of it on; now the others can ask it for that.
 */
function logForOthers(kernel: Kernel, hub: Node, old: Node): void {
  const { world, now } = kernel
  const { seen } = siteOf(world, hub)
  for (let position = 1; position <= old.log.end; position++) {
    const entry = old.log.entryAt(position)
    if (world.entries.originOf(entry) !== hub.number && covers(seen, dotOf(world, entry))) hub.log.append(entry, 1, now)
  }
  markApplied(kernel, hub)
}
