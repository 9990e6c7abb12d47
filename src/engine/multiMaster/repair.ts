/** Two masters compare all their rows and settle each difference by the rule. */
import { type Acts, nodeOf } from '../kernel/acts/act.ts'
import type { Told } from '../kernel/event.ts'
import type { Kernel } from '../kernel/kernel.ts'
import { send } from '../kernel/network.ts'
import { wallOf } from '../measures/clock.ts'
import { belongs } from '../measures/members.ts'
import { isUp, partOf } from '../measures/parts.ts'
import { EMPTY_ROW, hybridReceive, type RowState } from '../resolvers/index.ts'
import type { Node } from '../world/index.ts'
import { settleRow } from './apply.ts'
import { siteOf } from './channels.ts'
import { tendCollector } from './collect.ts'
import { mastersOf } from './naming.ts'
import { rowAt } from './site.ts'

/** Rows under way from one master to another. */
export interface Exchange {
  readonly id: number
  readonly rows: readonly { readonly key: number; readonly state: RowState; readonly unique: number | null }[]
}

/** So many are remembered: what was lost on its way is forgotten. */
const REMEMBERED = 8

export function repair(kernel: Kernel, node: Node, peer: Node): void {
  if (!isUp(node) || node === peer) return
  kernel.fact(node.id, 'repair-started', { peer: peer.id })
  kernel.deliver(partOf(node, 'repairer')!, { type: 'REPAIR', peer: peer.number } as Told, kernel.cause)
}

interface Rows {
  readonly peer: number
  readonly rows: number
  readonly count: number
}

export const repairing: Acts = {
  ask(kernel, part, { peer }: { peer: number }) {
    const node = nodeOf(kernel, part)
    tell(kernel, node, peer, { type: 'ASKED', peer: node.number })
  },

  give(kernel, part, { peer }: { peer: number }) {
    sendRows(kernel, nodeOf(kernel, part), peer, 'GIVEN', 0)
  },

  settle(kernel, part, { peer, rows, count }: Rows) {
    const node = nodeOf(kernel, part)
    const changed = settleAll(kernel, node, peer, rows)
    sendRows(kernel, node, peer, 'SETTLED', count + changed)
  },

  take(kernel, part, { peer, rows, count }: Rows) {
    const node = nodeOf(kernel, part)
    const changed = settleAll(kernel, node, peer, rows)
    tell(kernel, node, peer, { type: 'DONE', peer: node.number, count: Math.max(count, changed) })
  },

  finish(kernel, part, { peer, count }: { peer: number; count: number }) {
    kernel.fact(part.owner, 'repair-done', { peer: kernel.world.nodes[peer]!.id, count })
  },
}

/** Returns how many rows have changed. */
function settleAll(kernel: Kernel, node: Node, peer: number, id: number): number {
  const { world } = kernel
  const multi = mastersOf(world)
  const site = siteOf(world, node)
  const exchange = multi.exchanges.find((one) => one.id === id)
  multi.exchanges = multi.exchanges.filter((one) => one !== exchange)
  if (exchange === undefined) return 0
  const sent = new Map(exchange.rows.map((row) => [row.key, row]))
  const keys = new Set(sent.keys())
  // A row that only this one has: the other lacks it, and by rule `arrival` that is what counts.
  if (world.settings.multiMaster!.rule === 'arrival')
    site.rows.forEach((key) => {
      keys.add(key)
    })
  let changed = 0
  const { cause } = kernel
  for (const key of [...keys].sort((a, b) => a - b)) {
    const row = sent.get(key)
    // What it learns this way it has learnt: its next write is later.
    for (const { hybrid } of row?.state.versions ?? [])
      site.hybrid = hybridReceive(site.hybrid, hybrid, wallOf(world, node))
    const before = rowAt(site, key).state
    settleRow(kernel, node, world.nodes[peer]!, key, row?.state ?? EMPTY_ROW, row?.unique ?? null, null)
    if (rowAt(site, key).state !== before) changed++
    kernel.cause = cause
  }
  tendCollector(kernel, node)
  return changed
}

function sendRows(kernel: Kernel, node: Node, peer: number, type: 'GIVEN' | 'SETTLED', count: number): void {
  const { world } = kernel
  const multi = mastersOf(world)
  const rows: Exchange['rows'][number][] = []
  siteOf(world, node).rows.forEach((key, { state, unique }) => {
    rows.push({ key, state, unique })
  })
  const id = multi.nextExchange++
  multi.exchanges = [...multi.exchanges.slice(1 - REMEMBERED), { id, rows }]
  tell(kernel, node, peer, { type, peer: node.number, rows: id, count }, rows.length)
}

function tell(kernel: Kernel, node: Node, peer: number, event: Told, rows = 0): void {
  const to = kernel.world.nodes[peer]!
  if (!belongs(to)) return
  send(kernel, {
    kind: rows > 0 ? 'snapshot' : 'gossip',
    from: node.id,
    to: to.id,
    part: `${to.id}/repairer`,
    first: rows > 0 ? 1 : 0,
    last: rows,
    word: 'repair',
    event,
  })
}
