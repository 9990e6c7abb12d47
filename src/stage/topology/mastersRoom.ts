import { type Box, type Cast, CLIENT_RADIUS, type MastersCast } from './layout.ts'
import type { Point } from './view.ts'

/** What the layouts of several masters have in common: whose clients stand where, and what is kept free. */
export type Masters = Cast & { masters: MastersCast }

/** Above is the milestone, below the legend. */
export interface Margins {
  top: number
  bottom: number
}

/** A client, and the arrow between it and its card. */
const CLIENT = 2 * CLIENT_RADIUS + 4
const ARROW = 14

const perRow = (width: number): number => Math.floor(width / CLIENT)

/** Height of that many clients above or below a card. */
export const clientStrip = (clients: number, width: number): number =>
  clients === 0 ? 0 : ARROW + Math.ceil(clients / perRow(width)) * CLIENT

/** The clients of the node at that place; whoever writes to nobody that is here stands with the first. */
export function clientsOf({ nodes, clients, masters }: Masters, place: number): string[] {
  return clients.filter(
    (id) => (nodes.includes(masters.homes[id] ?? '') ? masters.homes[id] : nodes[0]) === nodes[place],
  )
}

/** What runs with several masters have no use for. */
export const EMPTY = {
  monitor: null,
  monitors: new Map<string, Point>(),
  ledger: null,
  density: 'full',
  centers: [],
} as const

/** Room beside a client for what it writes. */
export function wordsRoom(cast: Masters, card: number): number {
  const most = Math.max(1, ...cast.nodes.map((_, place) => clientsOf(cast, place).length))
  const room = card / most - 2 * CLIENT_RADIUS - 10
  return room >= 60 ? room : 0
}

/** Side by side above or below their card, from its left end on, in further rows where they are many. */
export function putClients(ids: readonly string[], card: Box, above: boolean, clients: Map<string, Point>): void {
  const per = Math.min(ids.length, perRow(card.width))
  const pitch = per > 1 ? Math.min(150, (card.width - CLIENT) / (per - 1), card.width / per + CLIENT) : 0
  ids.forEach((id, i) => {
    const off = ARROW + CLIENT / 2 + Math.floor(i / per) * CLIENT
    const y = above ? card.y - off : card.y + card.height + off
    clients.set(id, { x: Math.round(card.x + CLIENT / 2 + 1 + (i % per) * pitch), y: Math.round(y) })
  })
}

/** Where the links between cards of one row meet them. */
export const LINK_Y = 46
