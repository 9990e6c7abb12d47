import type { NodeFrame } from '../../engine/index.ts'
import { paint } from '../picture/index.ts'
import { STRIPS_HEIGHT, type StripsView, stripsPicture, writesItself } from './stripsPicture.ts'

// The inspector's strips as a thing on a page.

export interface StripsDrawing {
  /** Draws `node` as it is at `time` (microseconds); returns the height it takes, px. */
  draw(node: NodeFrame, time: number, view: StripsView): number
  destroy(): void
}

export function createStrips(svg: SVGSVGElement): StripsDrawing {
  return {
    draw(node, time, view) {
      const height = writesItself(node) ? STRIPS_HEIGHT.one : STRIPS_HEIGHT.two
      svg.setAttribute('viewBox', `0 0 ${view.width} ${height}`)
      svg.setAttribute('width', String(view.width))
      svg.setAttribute('height', String(height))
      paint(svg, stripsPicture(node, time, view))
      return height
    },
    destroy() {
      paint(svg, [])
    },
  }
}
