import type { Mark } from './lanes.ts'
import { markExtent, markRadius } from './markGlyph.ts'
import type { Placed } from './merge.ts'

// Signs of different kinds that happened almost together. They are pushed apart, in their order, the more important one
// the least; what would have to go too far from where it happened is folded into its neighbour as a "+1". All of it
// depends on distances only, so that nothing regroups while the window moves.

/** Px that a sign may stand beside its place. */
const FAR = 14
/** Narrower than this it is a tick, which signs may cover. */
const SIGN = 3

/** How hard it is to move a sign, and which is folded first. */
const WEIGHT: Record<Mark['is'], number> = {
  write: 0,
  applied: 0,
  probe: 0,
  'probe-missed': 1,
  ack: 1,
  setting: 2,
  entry: 3,
  healed: 4,
  restart: 4,
  joined: 4,
  left: 4,
  fault: 6,
  fenced: 6,
  blocked: 7,
  timeout: 8,
  phantom: 8,
  conflict: 11,
  chosen: 12,
  lost: 12,
  death: 16,
}

interface Block {
  signs: Placed[]
  /** Where the left end of the block would stand if it were alone, px; and how much that counts. */
  left: number
  weight: number
  width: number
}

const extentOf = ({ is, count }: Placed) => markExtent(is, count)

/** Gives every sign its `dx`; returns those that are left, in the order of time. */
export function apart(signs: readonly Placed[], pixelsPerUs: number): Placed[] {
  const ordered = [...signs].sort((a, b) => a.t - b.t || WEIGHT[b.is] - WEIGHT[a.is] || a.fact - b.fact)
  const blocks: Block[] = []
  for (const sign of ordered) {
    let block = blockOf([{ ...sign }], pixelsPerUs)
    for (let last = blocks[blocks.length - 1]; last && touches(last, block); last = blocks[blocks.length - 1]) {
      blocks.pop()
      block = settled([...last.signs, ...block.signs], pixelsPerUs)
    }
    blocks.push(block)
  }
  for (const block of blocks) for (const [sign, x] of places(block)) sign.dx = x - sign.t * pixelsPerUs
  return blocks.flatMap(({ signs }) => signs)
}

const touches = (a: Block, b: Block) => a.left + a.width > b.left

/** Side by side around the middle of where they want to be, each as its weight asks. */
function blockOf(signs: Placed[], pixelsPerUs: number): Block {
  let at = 0
  let wished = 0
  let weight = 0
  for (const sign of signs) {
    const extent = extentOf(sign)
    const w = WEIGHT[sign.is] ** 2
    wished += (sign.t * pixelsPerUs - at - extent) * w
    weight += w
    at += 2 * extent
  }
  return { signs, left: wished / weight, weight, width: at }
}

function places({ signs, left }: Block): [Placed, number][] {
  let at = left
  return signs.map((sign) => {
    const extent = extentOf(sign)
    const x = at + extent
    at += 2 * extent
    return [sign, x]
  })
}

/** Folds the lightest sign until none stands too far off. */
function settled(signs: Placed[], pixelsPerUs: number): Block {
  const block = blockOf(signs, pixelsPerUs)
  const off = places(block).some(([sign, x]) => Math.abs(x - sign.t * pixelsPerUs) > FAR)
  if (!off || signs.length < 2) return block
  const least = Math.min(...signs.map(({ is }) => WEIGHT[is]))
  const out = signs.map(({ is }) => WEIGHT[is]).lastIndexOf(least)
  const folded = signs[out]!
  const into = signs[out - 1] ?? signs[out + 1]!
  into.more += folded.count + folded.more
  return settled(
    signs.filter((_, i) => i !== out),
    pixelsPerUs,
  )
}

export const isSign = ({ is }: Pick<Placed, 'is'>): boolean => markRadius(is) > SIGN
