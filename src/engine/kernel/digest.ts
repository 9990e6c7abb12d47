/**
 * The canonical state of a world as 64 bits: everything that decides what will happen, and what has been told, in an
 * order that follows from the scenario and from what happened, never from how a run got here.
 */

import { isBent } from '../measures/clock.ts'
import type { Part, World } from '../world/index.ts'
import { Digest } from './hash.ts'

export function digestOf(world: World): string {
  const digest = new Digest()
  digest.int(world.time).int(world.facts.count).int(world.work)
  // Titles and pace are for people: they change nothing that happens.
  const { scenario, paceUs, multiMaster, regions, ...settings } = world.settings
  feedValue(digest, settings)
  if (multiMaster !== null) {
    const { numbers, ...rules } = multiMaster
    // Usual numbers are not fed, so that runs from before there was a choice keep their digests.
    feedValue(digest, numbers === 'own' ? rules : multiMaster)
  }
  if (regions !== null) feedValue(digest, regions)
  world.queue.forEach((time, event) => {
    digest.int(time).text(event.kind)
    if (event.kind === 'arrive' || event.kind === 'lose' || event.kind === 'resend') digest.int(event.message)
    else {
      if (event.kind === 'end') digest.int(event.connection).int(event.opener ? 1 : 0)
      else digest.int(event.part)
      feedValue(digest, event.event)
    }
    digest.int(event.cause)
  })
  world.chance.feed(digest)
  world.entries.feed(digest)
  world.told.feed(digest)
  for (const column of [...world.writes.all, ...world.reads.all]) {
    digest.int(column.length)
    for (let row = 0; row < column.length; row++) digest.int(column.get(row))
  }
  feedValue(digest, world.epochs)
  for (const node of world.nodes) {
    const { log, applied, data, acks, parts, clock, ...rest } = node
    feedValue(digest, rest)
    // One that runs true is known from the settings.
    if (isBent(world, node)) feedValue(digest, clock)
    log.feed(digest)
    applied.feed(digest)
    data.feed(digest)
    for (const reached of acks) reached.feed(digest)
    for (const part of parts) digest.int(part.number)
  }
  for (const client of world.clients) {
    // When reads were due follows from the settings and the luck of the client, and decides nothing.
    const { issued, own, parts, due, given, ...rest } = client
    feedValue(digest, rest)
    if (given.length > 0) feedValue(digest, given)
    own.feed(digest)
    digest.int(issued.length)
    for (const part of parts) digest.int(part.number)
  }
  for (const { parts, ...monitor } of world.monitors) {
    feedValue(digest, monitor)
    digest.int(parts.length)
  }
  digest.int(world.monitor.number)
  for (const part of world.parts) feedPart(digest, world, part)
  feedValue(digest, world.links)
  feedValue(digest, [...world.connections.values()])
  for (const { arrival, again, ...message } of world.messages.values()) feedValue(digest, message)
  feedValue(digest, [world.nextConnection, world.nextMessage, world.lost, world.dataCenters, world.noticed])
  world.multi?.feed(digest)
  return digest.hex()
}

function feedPart(digest: Digest, world: World, part: Part): void {
  const { address, attached, config, context, since, fired, last, connection, because, timers } = part
  const { s: _, ...own } = context
  feedValue(digest, [address, attached, config, own, since, fired, last, connection, because])
  timers.forEach((id, handle) => {
    digest.text(id).int(world.queue.timeOf(handle) ?? -1)
  })
}

/** Integers, strings, booleans, null, lists of them and objects of them; keys in code unit order. */
function feedValue(digest: Digest, value: unknown): void {
  if (typeof value === 'number') digest.int(1).int(value)
  else if (typeof value === 'string') digest.int(2).text(value)
  else if (typeof value === 'boolean') digest.int(value ? 3 : 4)
  else if (value === null || value === undefined) digest.int(5)
  else if (Array.isArray(value)) {
    digest.int(6).int(value.length)
    for (const item of value) feedValue(digest, item)
  } else {
    const keys = Object.keys(value).sort()
    digest.int(7).int(keys.length)
    for (const key of keys) {
      digest.text(key)
      feedValue(digest, (value as Record<string, unknown>)[key])
    }
  }
}
