/** Moves of a step as commands of a playback. */
import { us } from '../run/index.ts'
import type { MoveCommand } from './playing.ts'
import type { Gate, Move, World } from './walkthrough.ts'

/** How long it is played at most for a condition of which nothing is said, ms. */
const MOST = 60_000

export function commandOf(move: Move, atOnce = false): MoveCommand {
  if ('act' in move) return { do: 'act', action: move.act }
  if ('seekMs' in move) return { do: 'seek', t: us(move.seekMs) }
  const when = 'until' in move ? move.until : null
  const most = 'until' in move ? (move.mostMs ?? MOST) : move.playMs
  return { do: 'play-until', when, mostUs: us(most), ...(atOnce && { atOnce }) }
}

/** Does it take time that can be watched? */
export const isPlayed = (move: Move): boolean => 'until' in move || 'playMs' in move

/** What brings about what a gate waits for. */
export function solutionOf(gate: Gate): readonly Move[] {
  if (gate.is === 'state') return gate.solve
  if (gate.is === 'read') return []
  return [{ until: gate.until, ...(gate.mostMs !== undefined && { mostMs: gate.mostMs }) }]
}

/** What is done in a world: its own interventions come in place of what the reveal would do. */
export const movesIn = (world: World, reveal: readonly Move[]): readonly Move[] =>
  world.reveal ?? (world.interventions === undefined ? reveal : reveal.filter((move) => !('act' in move)))
