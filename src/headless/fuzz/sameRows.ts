/**
 * Nodes with the same log, all of it applied, have the same rows: data follow from the log and from nothing else. Several
 * masters have each a log in an order of its own; whether they agree is told by `converged`.
 */
import type { Engine } from '../../engine/index.ts'

/** Rows compared of each node, the first by key. */
const ROWS = 99

/** One sentence for each node whose rows differ from those of another with its log. */
export function differingRows(engine: Engine): string[] {
  const wrong: string[] = []
  const known = new Map<string, { id: string; rows: string }>()
  const { nodes, multiMaster } = engine.frame()
  if (multiMaster !== null) return wrong
  for (const { id, received, applied, cells } of nodes) {
    const last = cells.at(-1)
    if (last === undefined || received > applied) continue
    const rows = JSON.stringify(engine.rows(id, ROWS))
    const log = [received, last.epoch, last.write, last.value].join()
    const twin = known.get(log)
    if (twin && twin.rows !== rows) wrong.push(`${id} has the log of ${twin.id} and other rows.`)
    known.set(log, twin ?? { id, rows })
  }
  return wrong
}
