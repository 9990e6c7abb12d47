import type { MachineChart } from '../../engine/index.ts'
import { chartWords, machineWord } from '../../words/index.ts'

// A machine's transitions as a reader wants them: everything that leads from one state to another is one edge,
// and transitions on the same event along it are one inscription (their guards stand in its tooltip).

export interface Inscription {
  /** What is written: the event, or what else sets it off. */
  words: string
  /** The whole truth, for the tooltip: event, guards, from and to. */
  title: string
  /** Ids of the transitions that it stands for. */
  ids: string[]
}

export interface Edge {
  from: string
  to: string
  inscriptions: Inscription[]
}

/** The last step of a dotted path: the name by which a state goes among its siblings, in the present vocabulary. */
export const nameOf = (path: string): string => machineWord(path.slice(path.lastIndexOf('.') + 1))

export function edgesOf(chart: MachineChart): Edge[] {
  const edges = new Map<string, Edge>()
  // A guard is written out only where it decides between two ways from one state on one event.
  const ways = new Map<string, Set<string>>()
  for (const { from, to, event } of chart.transitions) {
    const key = `${from}|${event}`
    ways.set(key, (ways.get(key) ?? new Set()).add(to))
  }
  for (const { id, from, to, event, guard } of chart.transitions) {
    const key = `${from}|${to}`
    const edge = edges.get(key) ?? { from, to, inscriptions: [] }
    edges.set(key, edge)
    const decides = guard !== '' && ways.get(`${from}|${event}`)!.size > 1
    const words = machineWord(event === '' ? guard || chartWords.atOnce : decides ? `${event} [${guard}]` : event)
    const way = `${from || chartWords.anyState} ${from === to ? chartWords.stays : `→ ${to}`}`
    const whole = machineWord(`${event || chartWords.atOnce}${guard && ` [${guard}]`}: ${way}`)
    const same = edge.inscriptions.find((inscription) => inscription.words === words)
    if (same) {
      same.ids.push(id)
      same.title += `\n${whole}`
    } else edge.inscriptions.push({ words, title: whole, ids: [id] })
  }
  return [...edges.values()]
}

/** What is written where an edge is not drawn as a line: what leads along it, and where to. */
export function exitTokens({ from, to, inscriptions }: Edge): { words: string; inscription: Inscription | null }[] {
  const tokens = inscriptions.map((inscription) => ({ words: inscription.words, inscription }))
  return from === to ? tokens : [...tokens, { words: `→ ${nameOf(to)}`, inscription: null }]
}
