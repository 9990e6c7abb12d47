/**
 * A node's side of a read: what it has applied when the statement has run. A slave answers as a master does, with what
 * it has. One that is asked to be as far as a position first waits until it is, for a while.
 */
import { judge } from '../../measures/versions.ts'
import type { Node, Part } from '../../world/index.ts'
import type { Kernel } from '../kernel.ts'
import { lacking } from '../lacking.ts'
import { send } from '../network.ts'
import { type Acts, nodeOf } from './act.ts'

export const serving: Acts = {
  answerRead(kernel, part, { key }: { key: number }) {
    const node = nodeOf(kernel, part)
    const { entries } = kernel.world
    const entry = node.data.get(key)
    const value = entry === 0 ? 'none' : String(entries.valueOf(entry))
    const upTo = node.log.entryAt(node.applied.position)
    const lack = lackOf(kernel, part, node, entry, upTo)
    answer(kernel, part, `${entries.rowName(key)}=${value}`, { ok: true, reason: '', key, entry, upTo, lack })
  },

  holdRead(kernel, part, { key, to, us }: { key: number; to: number; us: number }) {
    const node = nodeOf(kernel, part)
    const peer = kernel.world.clients[part.peer]!.id
    kernel.fact(node.id, 'read-held', {
      peer,
      key: kernel.world.entries.rowName(key),
      to: kernel.world.entries.sequenceOf(to),
      us,
    })
  },

  refuseRead(kernel, part, { reason }: { reason: string }) {
    const word = reason === 'behind' ? 'behind' : 'error'
    answer(kernel, part, word, { ok: false, reason, key: 0, entry: 0, upTo: 0, lack: 0 })
  },
}

/** What explains that the client will not be content; 0 = it will be. */
function lackOf(kernel: Kernel, part: Part, node: Node, entry: number, upTo: number): number {
  const { world } = kernel
  const { asked } = world.clients[part.peer]!
  if (part.connection === 0 || asked === null || asked.node !== node.number) return 0
  const { stale, ownMissing, wentBack } = judge(world, asked, entry, upTo)
  const missing = ownMissing ? asked.own : stale ? asked.newest : wentBack ? asked.seen : 0
  return missing === 0 ? 0 : lacking(kernel, node, missing)
}

interface How {
  ok: boolean
  reason: string
  key: number
  entry: number
  upTo: number
  lack: number
}

function answer(kernel: Kernel, part: Part, word: string, how: How): void {
  if (part.connection === 0) return
  const { epoch } = nodeOf(kernel, part)
  const client = kernel.world.settings.clients[part.peer]!.id
  send(kernel, {
    kind: 'reply',
    from: part.owner,
    to: client,
    part: client,
    connection: part.connection,
    epoch,
    word,
    event: { type: 'REPLY', ...how, epoch },
  })
}
