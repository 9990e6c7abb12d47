/** The panels of a figure, in the order in which an author names them; each is written anew when what it shows has changed. */
import type { Part } from '../address/parameters.ts'
import type { Figure } from '../figure.ts'
import { clocks } from './clocks.ts'
import { keys } from './keys.ts'
import { log } from './log.ts'
import { machines } from './machines.ts'
import type { Panel } from './panel.ts'
import { data } from './rows.ts'
import { timeline } from './timeline.ts'

const PANELS: Partial<Record<Part, (figure: Figure) => Panel>> = {
  log,
  timeline,
  clock: clocks,
  kv: data,
  machine: machines,
  legend: keys,
}

const stops = new WeakMap<Figure, () => void>()

/** Exactly these panels, none = none. */
export function panelled(figure: Figure, parts: readonly Part[]): void {
  stops.get(figure)?.()
  figure.main.querySelector('.parts')?.remove()
  const panels = parts.flatMap((part) => PANELS[part]?.(figure) ?? [])
  if (panels.length === 0) return
  const box = document.createElement('div')
  box.className = 'parts'
  box.append(...panels.map(({ element }) => element))
  figure.told.after(box)
  stops.set(
    figure,
    figure.lab.onUpdate((update) => {
      for (const panel of panels) panel.show(update)
    }),
  )
}
