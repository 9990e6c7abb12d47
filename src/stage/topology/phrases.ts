import type { Frame, NodeFrame } from '../../engine/index.ts'
import { choiceLines, list, probeWords, roleWord, terms } from '../../words/index.ts'
import { textWidth } from '../picture/index.ts'

/** Words that are short because their place on the stage is small; sentences are made in `words`. */

/** What a card says it is, in capitals. */
export const roleCaps = (node: NodeFrame): string => roleWord(node).toUpperCase()

export const fencedNote = (epoch: number, newest: number): string => `epoch ${epoch} < ${newest}, takes no writes`
export const recoveringNote = 'reads its log'

/** The line under a semi-sync master's binlog: who waits for what. */
export function gateNote(frame: Frame, waiting: readonly number[]): string {
  const { gate, kind, needed, waitFor } = frame.mode
  if (gate === 'fallen-back') return `timed out, waits for no ${terms.slave}`
  // What it comes to: a setting of three with two slaves is a gate that never opens.
  const of = Math.max(1, needed || waitFor)
  const whom = of === 1 ? `one ${terms.slave}` : kind === 'all' ? `all ${of} ${terms.slaves}` : `${of} ${terms.slaves}`
  if (waiting.length === 0) return `an OK needs ${whom}`
  const what = waiting.length > 3 ? `${waiting.length} writes` : list(waiting.map(String))
  return `${what} ${waiting.length === 1 ? 'waits' : 'wait'} for ${whom}`
}

export const moreLost = (n: number): string => `and ${n} more`
export const pulseCount = (n: number): string => `×${n}`

/** What the monitor is at, in at most two short lines. */
export function monitorLines(monitor: NonNullable<Frame['monitor']>): string[] {
  const probe = monitor.probes.find((q) => q.node === monitor.watches)
  const { watches } = monitor
  switch (monitor.state) {
    case 'watching':
      return probe && probe.missed > 0 ? [`${watches}:`, probeWords(probe)] : []
    case 'suspecting':
      return [`suspects ${watches}:`, probe ? probeWords(probe) : '']
    case 'confirming':
      return [`asks who else`, `can hear ${watches}`]
    case 'blocked':
      return [`${watches} is down,`, 'must not act']
    case 'fencing':
      return [`${watches} is down,`, 'fences it']
    case 'switching-over':
      return ['changes', terms.masters]
    case 'choosing':
      return [`${watches} is down,`, 'weighs the others']
    case 'waiting-for-choice':
      return [`${watches} is down,`, 'waits for you']
    case 'failed':
      return ['nobody can', 'take over']
    default:
      return monitor.choice ? choiceLines(monitor.choice) : []
  }
}

/** Words in lines of at most `width` units. */
export function wrapped(words: string, width: number, size = 12): string[] {
  const lines: string[] = []
  for (const word of words.split(' ')) {
    const last = lines[lines.length - 1]
    const longer = last === undefined ? word : `${last} ${word}`
    if (last !== undefined && textWidth(longer, { size }) <= width) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}
