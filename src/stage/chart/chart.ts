import type { MachineChart, PartFrame } from '../../engine/index.ts'
import { terms } from '../../words/index.ts'
import { paint } from '../picture/index.ts'
import { type ChartView, chartPicture } from './chartPicture.ts'
import type { Layout } from './layout.ts'
import { layoutChart } from './layoutChart.ts'

// The state chart as a thing on a page. The layout follows from the definition alone and is kept; only ink
// changes from frame to frame.

export interface ChartEvents {
  /** A transition that has fired was chosen, by pointer or key; `at` is when it last did, microseconds. */
  onTransition(id: string, at: number): void
}

export interface ChartDrawing {
  /** Returns the height it takes, px. */
  draw(chart: MachineChart, part: PartFrame, view: ChartView): number
  destroy(): void
}

export function createChart(svg: SVGSVGElement, events: ChartEvents): ChartDrawing {
  let laid: { chart: MachineChart; width: number; roles: string; layout: Layout } | null = null
  let fired: PartFrame['fired'] = {}

  const choose = (event: Event) => {
    const ids = (event.target as Element).closest('[data-transitions]')?.getAttribute('data-transitions')?.split(' ')
    const latest = ids
      ?.filter((id) => fired[id] !== undefined)
      .reduce<string | null>((best, id) => (best === null || fired[id]! > fired[best]! ? id : best), null)
    if (latest) events.onTransition(latest, fired[latest]!)
    return latest !== null && latest !== undefined
  }
  const press = (event: KeyboardEvent) => {
    if ((event.key === 'Enter' || event.key === ' ') && choose(event)) {
      event.preventDefault()
      event.stopPropagation()
    }
  }
  svg.addEventListener('click', choose)
  svg.addEventListener('keydown', press)

  return {
    draw(chart, part, view) {
      // Names of states and guards are words, too: another vocabulary needs other boxes.
      const roles = terms.master + terms.slave
      if (!laid || laid.chart !== chart || laid.width !== view.width || laid.roles !== roles) {
        laid = { chart, width: view.width, roles, layout: layoutChart(chart, view.width) }
      }
      fired = part.fired
      const height = Math.ceil(laid.layout.height)
      svg.setAttribute('viewBox', `0 0 ${view.width} ${height}`)
      svg.setAttribute('width', String(view.width))
      svg.setAttribute('height', String(height))
      paint(svg, chartPicture(laid.layout, chart, part, view))
      return height
    },
    destroy() {
      svg.removeEventListener('click', choose)
      svg.removeEventListener('keydown', press)
      paint(svg, [])
    },
  }
}
