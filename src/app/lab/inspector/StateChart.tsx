/**
 * The machine that runs, drawn from its own definition: where it is, where it has been, which way it came last.
 * A node has several machines; one is shown, the others are chosen by name.
 */
import { useEffect, useRef, useState } from 'react'
import type { MachineChart, PartFrame } from '../../../engine/index.ts'
import { createChart } from '../../../stage/index.ts'
import { labels, machineWord } from '../../../words/index.ts'
import { useLive } from '../../live/useLive.ts'
import { page, usePage } from '../../page/page.ts'

interface Props {
  parts: readonly PartFrame[]
  /** The machine shown as long as nobody has named another. */
  first?: string
  /** Share of the work done in the active state, 0 .. 1. */
  progress?: number | null
}

const WIDTH = 280

export function StateChart({ parts, first = 'role', progress = null }: Props) {
  const live = useLive()
  const charts = useCharts()
  const wanted = usePage((p) => p.machine)
  const svg = useRef<SVGSVGElement>(null)
  const part = parts.find(({ id }) => id === wanted) ?? parts.find(({ machine }) => machine === first) ?? parts[0]
  const chart = part && charts?.[part.machine]
  const drawing = useRef<ReturnType<typeof createChart> | null>(null)
  const shown = chart !== undefined
  useEffect(() => {
    if (!shown || !svg.current) return
    const made = createChart(svg.current, { onTransition: (_, t) => live.do({ do: 'seek', t }) })
    drawing.current = made
    return () => made.destroy()
  }, [live, shown])
  useEffect(() => {
    if (chart && part)
      drawing.current?.draw(chart, part, { width: WIDTH, progress: part.machine === 'role' ? progress : null })
  })
  if (!part || !chart) return null
  return (
    <section data-machine={part.id} aria-label={machineWord(`${part.id}: ${part.active.join(', ')}`)} className="mb-4">
      <h3 className="sub">
        {labels.state} <span className="muted">{labels.liveMachine}</span>
        {parts.length > 1 && (
          <select
            className="picker"
            aria-label={labels.machine}
            value={part.id}
            onChange={(event) => page.set({ machine: event.target.value })}
          >
            {parts.map(({ id }) => (
              <option key={id}>{id}</option>
            ))}
          </select>
        )}
      </h3>
      <svg ref={svg} className="stage" width={WIDTH} />
    </section>
  )
}

/** The definitions never change while the page lives: asked for once. */
let definitions: Record<string, MachineChart> | null = null

function useCharts(): Record<string, MachineChart> | null {
  const live = useLive()
  const [charts, setCharts] = useState(definitions)
  useEffect(() => {
    if (definitions) return
    live.lab.ask({ ask: 'machines' }).then((answer) => {
      definitions = answer
      setCharts(answer)
    })
  }, [live])
  return charts
}
