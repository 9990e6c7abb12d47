/** Reads: what a reader asks, what a master shows, and what turns out never to have happened. */
import type { FactArgs } from '../../fact.ts'
import { newestEpoch } from '../../measures/history.ts'
import { isPhantom, phantomReads } from '../../measures/phantoms.ts'
import type { Client, Part, World } from '../../world.ts'
import { close, open } from '../connections.ts'
import type { Kernel } from '../kernel.ts'
import { send } from '../network.ts'
import { type Acts, nodeOf } from './act.ts'
import { drawKey } from './key.ts'

const clientOf = (kernel: Kernel, part: Part): Client => kernel.world.clients[part.place]!
const nameOf = (key: number): string => `k${key + 1}`

export const reading: Acts = {
  sendRead(kernel, part) {
    const client = clientOf(kernel, part)
    const target = kernel.world.nodes[client.target]!
    const key = drawKey(kernel, client)
    const word = nameOf(key)
    kernel.fact(client.id, 'read-sent', { peer: target.id, key: word }, 0)
    const connection = part.connection > 0 ? part.connection : open(kernel, part, target.id)
    if (connection === 0) {
      kernel.tell(part, { type: 'FAILED' })
      return
    }
    const event = { type: 'READ', key }
    send(kernel, { kind: 'read', from: client.id, to: target.id, part: target.id, connection, word, event })
  },

  answered(kernel, part, { entry, key, epoch }: { entry: number; key: number; epoch: number }) {
    const { world, now } = kernel
    const client = clientOf(kernel, part)
    const row = world.reads.note(client.number, entry, now)
    const version = versionOf(world, entry)
    client.lastRead = { key: nameOf(key), value: version.value ?? null, write: version.write ?? 0, at: now }
    client.failingSince = -1
    kernel.fact(client.id, 'read-answered', {
      peer: world.nodes[client.target]!.id,
      key: nameOf(key),
      ...version,
      epoch,
    })
    // Shown by a master of an epoch that is over: a phantom in the same breath.
    if (isPhantom(world, entry)) tellPhantom(kernel, client, [row], true)
  },

  missed(kernel, part, { sentAt }: { sentAt: number }) {
    const { world } = kernel
    const client = clientOf(kernel, part)
    if (client.failingSince < 0) client.failingSince = sentAt
    if (!world.noticed.includes(client.number)) world.noticed = [...world.noticed, client.number]
  },

  hangUp(kernel, part) {
    close(kernel, part)
  },
}

/** The master's side: what is committed there when the statement has run. */
export const serving: Acts = {
  answerRead(kernel, part, { key }: { key: number }) {
    const node = nodeOf(kernel, part)
    const { entries } = kernel.world
    const entry = node.data.get(key)
    const value = entry === 0 ? 'none' : String(entries.valueOf(entry))
    answer(kernel, part, `${nameOf(key)}=${value}`, { ok: true, key, entry, epoch: node.epoch })
  },

  refuseRead(kernel, part) {
    answer(kernel, part, 'error', { ok: false, key: 0, entry: 0, epoch: nodeOf(kernel, part).epoch })
  },
}

function answer(
  kernel: Kernel,
  part: Part,
  word: string,
  how: { ok: boolean; key: number; entry: number; epoch: number },
): void {
  if (part.connection === 0) return
  const client = kernel.world.settings.clients[part.peer]!.id
  send(kernel, {
    kind: 'reply',
    from: part.owner,
    to: client,
    part: client,
    connection: part.connection,
    epoch: how.epoch,
    word,
    event: { type: 'REPLY', ...how },
  })
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
    key: nameOf(world.entries.keyOf(entry)),
    ...versionOf(world, entry),
    epoch,
    count: rows.length,
    ...(late ? { reason: 'late' } : { us: now - world.reads.at.get(youngest) }),
  }
  kernel.fact(client.id, 'phantom-read', args, kernel.cause, true, old)
}

const versionOf = ({ entries }: World, entry: number): { value?: number; write?: number } =>
  entry === 0 ? {} : { value: entries.valueOf(entry), write: entries.writeOf(entry) }
