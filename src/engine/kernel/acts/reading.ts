/** The client's side of a read: whom it asks, what it makes of the answer, and what turns out never to have happened. */
import type { FactArgs } from '../../fact.ts'
import type { ReadCounts } from '../../frame/index.ts'
import type { Shown } from '../../machines/asks.ts'
import { newestEpoch } from '../../measures/history.ts'
import { isPhantom, phantomReads } from '../../measures/phantoms.ts'
import { isNewer, type Judgement, judge, verdictOf } from '../../measures/versions.ts'
import type { Client, Part, World } from '../../world/index.ts'
import { close, open } from '../connections.ts'
import type { Kernel } from '../kernel.ts'
import { send } from '../network.ts'
import { route } from '../route.ts'
import type { Acts } from './act.ts'
import { tellAnomalies } from './anomalies.ts'
import { drawKey } from './key.ts'

const clientOf = (kernel: Kernel, part: Part): Client => kernel.world.clients[part.place]!

export const reading: Acts = {
  sendRead(kernel, part) {
    const client = clientOf(kernel, part)
    const node = route(kernel, client)
    ask(kernel, part, client, rowOf(kernel, client), node)
  },

  askLeader(kernel, part) {
    const client = clientOf(kernel, part)
    // What there was when the read began still counts.
    const { key, ...before } = client.asked!
    ask(kernel, part, client, key, client.target, before)
  },

  answered(kernel, part, { entry, key, upTo, epoch, lack }: Shown) {
    const { world, now } = kernel
    const client = clientOf(kernel, part)
    const asked = client.asked!
    const node = world.nodes[asked.node]!
    const row = world.reads.note(client.number, entry, now, dueAt(client, part))
    const version = versionOf(world, entry)
    const judgement = judge(world, asked, entry, upTo)
    if (judgement.stale) world.reads.stale.push(row)
    client.lastRead = {
      key: world.entries.rowName(key),
      value: version.value ?? null,
      write: version.write ?? 0,
      at: now,
      node: asked.node,
      entry,
      newest: asked.newest,
      upTo,
      seen: asked.seen,
      verdict: verdictOf(judgement),
    }
    client.readCounts = counted(client.readCounts, judgement)
    client.failingSince = -1
    client.avoids = -1
    kernel.fact(client.id, 'read-answered', { peer: node.id, key: world.entries.rowName(key), ...version, epoch })
    const { cause } = kernel
    // Shown by a master of an epoch that is over: a phantom in the same breath.
    if (isPhantom(world, entry)) tellPhantom(kernel, client, [row], true)
    kernel.cause = cause
    tellAnomalies(kernel, client, { ...judgement, entry, upTo, epoch, lack })
    kernel.cause = cause
    if (!judgement.wentBack) {
      client.seen = upTo
      client.seenAt = asked.node
      client.seenAtLeader = node.upstream < 0
    }
    carry(world, client, upTo, epoch)
  },

  missed(kernel, part, { sentAt, reason }: { sentAt: number; reason: string }) {
    const { world } = kernel
    const client = clientOf(kernel, part)
    if (client.failingSince < 0) client.failingSince = sentAt
    if (!world.noticed.includes(client.number)) world.noticed = [...world.noticed, client.number]
    const { node, key } = client.asked!
    client.avoids = node
    client.sticksTo = -1
    client.readCounts = { ...client.readCounts, failed: client.readCounts.failed + 1 }
    kernel.fact(client.id, 'read-failed', { peer: world.nodes[node]!.id, key: world.entries.rowName(key), reason })
  },

  /** One more read of a timetable. Whoever waits for it hears of it 1 us later. */
  due(kernel, part) {
    clientOf(kernel, part).due.push(kernel.now)
    kernel.tell(part, { type: 'DUE' })
  },

  hangUp(kernel, part) {
    close(kernel, part)
  },
}

/** When a read was due: by the timetable, or when it was sent. */
export const dueAt = ({ due, asked }: Client, { machine, context }: Part): number =>
  machine === 'readStream' ? due.get((context['asked'] as number) - 1) : asked!.at

const counted = (before: ReadCounts, { stale, ownMissing, wentBack }: Judgement): ReadCounts => ({
  answered: before.answered + 1,
  failed: before.failed,
  stale: before.stale + (stale ? 1 : 0),
  ownMissing: before.ownMissing + (ownMissing ? 1 : 0),
  wentBack: before.wentBack + (wentBack ? 1 : 0),
})

/** A user looks at what it has just written; a reader at whatever it draws. */
function rowOf(kernel: Kernel, client: Client): number {
  const { settings, writes } = kernel.world
  const write = client.issued.length > 0 ? client.issued.get(client.issued.length - 1) : 0
  if (settings.clients[client.number]!.kind === 'read-write' && write > 0) return writes.key.get(write - 1)
  return drawKey(kernel, client)
}

type Before = Omit<NonNullable<Client['asked']>, 'key'>

/** `before`: of the same read, when it was sent to somebody else first. */
function ask(kernel: Kernel, part: Part, client: Client, key: number, node: number, before?: Before): void {
  const { world, now } = kernel
  const s = world.settings.clients[client.number]!
  const asked = world.nodes[node]!
  const newest = world.told.get(key)
  client.asked = before
    ? { ...before, key, node }
    : {
        key,
        node,
        at: now,
        newest,
        newestAt: newest === 0 ? -1 : world.writes.settledAt.get(world.entries.writeOf(newest) - 1),
        own: client.own.get(key),
        seen: client.seen,
      }
  const waits = s.route === 'wait-for-position' && client.token.entry > 0
  const token = waits ? client.token.entry : 0
  const to = token === 0 ? 0 : world.entries.sequenceOf(token)
  const word = world.entries.rowName(key)
  const args: FactArgs = { peer: asked.id, key: word, ...(to > 0 ? { to } : {}) }
  kernel.fact(client.id, 'read-sent', args, before ? kernel.cause : 0)
  const known = world.connections.get(part.connection)
  if (known !== undefined && known.link !== kernel.way(client.id, asked.id).link.id) close(kernel, part)
  const connection = part.connection > 0 ? part.connection : open(kernel, part, asked.id)
  if (connection === 0) {
    kernel.tell(part, { type: 'FAILED' })
    return
  }
  // Who asks for the leader is refused by anybody else.
  const leader = node === client.target
  const event = { type: 'READ', key, leader, token, patienceUs: s.positionTimeoutUs }
  send(kernel, { kind: 'read', from: client.id, to: asked.id, part: asked.id, connection, word, last: to, event })
}

/**
 * What a client takes along from an answer: the state of the data that it has seen. What it carried before stays if
 * the node did not have it, unless the leader of a newer epoch said so: then nobody will ever have it.
 */
function carry(world: World, client: Client, upTo: number, epoch: number): void {
  const { token, asked } = client
  const isLeaders = asked!.node === client.target && epoch > token.epoch
  if (isLeaders || isNewer(world, upTo, token.entry)) client.token = { entry: upTo, epoch }
}

/** Writes down what clients have read that the newest epoch began without. One fact for each client. */
export function breakReads(kernel: Kernel): void {
  const { world } = kernel
  const rows = phantomReads(world).filter((row) => world.reads.goneAt.get(row) < 0)
  for (const client of world.clients) {
    const own = rows.filter((row) => world.reads.client.get(row) === client.number)
    if (own.length > 0) tellPhantom(kernel, client, own, false)
  }
}

/** Only the first of an epoch is news. */
function tellPhantom(kernel: Kernel, client: Client, rows: readonly number[], late: boolean): void {
  const { world, now } = kernel
  const { epoch } = newestEpoch(world)
  for (const row of rows) world.reads.goneAt.set(row, now)
  const youngest = rows[rows.length - 1]!
  const entry = world.reads.entry.get(youngest)
  const old = world.facts.milestones().some((fact) => fact.kind === 'phantom-read' && fact.args.epoch === epoch)
  const args: FactArgs = {
    key: world.entries.rowName(world.entries.keyOf(entry)),
    ...versionOf(world, entry),
    epoch,
    count: rows.length,
    ...(late ? { reason: 'late' } : { us: now - world.reads.at.get(youngest) }),
  }
  kernel.fact(client.id, 'phantom-read', args, kernel.cause, true, old)
}

const versionOf = ({ entries }: World, entry: number): { value?: number; write?: number } =>
  entry === 0 ? {} : { value: entries.valueOf(entry), write: entries.writeOf(entry) }
