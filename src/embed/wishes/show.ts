/** Which parts are drawn: rows of the cards, and panels below or beside the stage, which are fetched when they are asked for. */
import type { Part } from '../address/parameters.ts'
import type { Figure } from '../figure.ts'

const ROWS = ['gauge', 'relay', 'data'] as const
const isRow = (part: Part): part is (typeof ROWS)[number] => ROWS.some((row) => row === part)

export async function show(figure: Figure, parts: readonly Part[]): Promise<void> {
  figure.look.without = ROWS.filter((row) => !parts.includes(row))
  figure.redraw()
  const panels = parts.filter((part) => !isRow(part))
  if (panels.length === 0 && !figure.main.querySelector('.parts')) return
  const { panelled } = await import('../parts/index.ts')
  panelled(figure, panels)
}
