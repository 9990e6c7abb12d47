import { captions } from '../../words/index.ts'
import { hue } from '../glyphs/index.ts'
import { area, box, group, label, p, type Shape, textWidth } from '../picture/index.ts'

/** Not the same on the branch beside: a tab on the edge of a card, with a delta and its word. */
const HEIGHT = 16
const tabWidth = () => textWidth(captions.differs, { bold: true }) + 22

/** On the upper edge of a card so wide, left of its middle, where the link from the card above it comes in. */
export const differsAbove = (width: number): Shape => differsTab(width / 2 - 16 - tabWidth(), -13)

export function differsTab(x: number, y: number): Shape {
  const width = tabWidth()
  return group('differs', [
    box('rim', x - 1.5, y - 1.5, width + 3, HEIGHT + 3, hue.canvas, { rx: 4 }),
    box('tab', x, y, width, HEIGHT, hue.conflict, { rx: 3 }),
    area('delta', p`M${x + 10} ${y + 3.5}l5 9h-10z`, hue.on),
    label('word', x + 18, y + 12.2, captions.differs, { fill: hue.on, bold: true }),
  ])
}

/** The delta alone, beside something round that has its words elsewhere. */
export const differsMark = (x: number, y: number): Shape =>
  group('differs', [
    area('rim', p`M${x} ${y - 9}l11 19h-22z`, hue.canvas),
    area('delta', p`M${x} ${y - 5}l7.5 13h-15z`, hue.conflict),
  ])
