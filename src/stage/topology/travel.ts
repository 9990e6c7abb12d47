import type { MessageFrame, NodeFrame } from '../../engine/index.ts'
import type { Origin } from '../glyphs/index.ts'
import type { Way } from './ways.ts'

/** What everything that travels between nodes has in common: its way, its size, and the numbers it shows. */
export interface TokenScene {
  ways: readonly Way[]
  nodes: ReadonlyMap<string, NodeFrame>
  originOf(node: string): Origin
}

/** Side of a token, and how far beside its link the return lane runs. */
export const TOKEN = 22
export const LANE = 22

/** Share of the way in the link's own direction, whichever end a message comes from. */
export const along = (way: Way, m: MessageFrame, share: number) => (m.from === way.link.from ? share : 1 - share)

/** Positions in a node's log, by the numbers that its cells show. */
export function rangeText(node: string, first: number, last: number, scene: TokenScene): string {
  const cells = scene.nodes.get(node)?.cells ?? []
  const number = (position: number) => cells.find((c) => c.position === position)?.number ?? position
  return last > first ? `${number(first)}-${number(last)}` : String(number(first))
}

/** In the margin of a phone there is room for a narrow token only. */
export const tokenWidth = (text: string, way: Way) => (way.narrow ? 16 : Math.max(TOKEN, text.length * 7.3 + 7))
