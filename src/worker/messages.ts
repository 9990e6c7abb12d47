/**
 * What crosses the border between a page and its Worker: requests with a number, and one reply to each. Parts of
 * an update that rarely change (the run, its milestones) cross only when they did; on the far side the same
 * object stands for them until then, so that whoever compares by identity sees no change either.
 */
import type { Command, Question, Transport, Update } from '../playback/index.ts'

export type Request =
  | { n: number; is: 'do'; command: Command }
  | { n: number; is: 'tick'; nowMs: number }
  | { n: number; is: 'ask'; question: Question }

export type Reply =
  /** The Worker has started and listens. */
  | { is: 'ready' }
  | { is: 'done'; n: number; update?: PackedUpdate; problem?: string; answer?: unknown; failed?: string }

const RARE = ['run', 'milestones', 'hurried', 'branches'] as const
type Rare = Pick<Transport, (typeof RARE)[number]>

export interface PackedUpdate {
  frame: Update['frame']
  other: Update['other']
  transport: Omit<Transport, (typeof RARE)[number]> & Partial<Rare>
}

/** The end that sends: leaves out what it has sent before. */
export function packer(): (update: Update) => PackedUpdate {
  let sent: Partial<Rare> = {}
  return ({ frame, transport, other }) => {
    const { run, milestones, hurried, branches, ...rest } = transport
    const rare: Rare = { run, milestones, hurried, branches }
    const fresh = Object.fromEntries(RARE.flatMap((name) => (rare[name] === sent[name] ? [] : [[name, rare[name]]])))
    sent = rare
    return { frame, other, transport: { ...rest, ...(fresh as Partial<Rare>) } }
  }
}

/** The end that receives: puts back what was left out. */
export function unpacker(): (packed: PackedUpdate) => Update {
  let known: Partial<Rare> = {}
  return ({ frame, transport, other }) => {
    const whole = { ...known, ...transport } as Transport
    const { run, milestones, hurried, branches } = whole
    known = { run, milestones, hurried, branches }
    return { frame, transport: whole, other }
  }
}
