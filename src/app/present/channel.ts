/**
 * What the window that presents and the presenter's window say to each other, within one browser and one origin. The one
 * that presents decides everything: it reports how things stand, and the other one asks for user actions by their names.
 * What arrives is read as carefully as an address, because any page of this origin may speak on the channel.
 */
import type { OptionId, Playing } from '../../lessons/index.ts'
import { type Hands, isHands, isOption } from './hands.ts'

/** User actions that the presenter's window may ask for. Whether one applies now is decided where it is carried out. */
export const ASKED = [
  ...(['lesson-next', 'lesson-back', 'reveal', 'show-me', 'reset'] as const),
  ...(['hand-a', 'hand-b', 'hand-c', 'hand-d'] as const),
  ...(['hand-back-a', 'hand-back-b', 'hand-back-c', 'hand-back-d'] as const),
  ...(['play', 'step', 'step-back', 'slower', 'faster', 'stops'] as const),
  ...(['blackout', 'lock-controls'] as const),
] as const
export type Asked = (typeof ASKED)[number]

/** How the presentation stands. */
export interface Report {
  /** Index of the step. */
  at: number
  phase: Playing['phase']
  /** What came of the step, once that is told. */
  told: string | null
  correct: OptionId | null
  /** What was locked in; null: nothing. */
  answer: OptionId | null
  hands: Hands
  tied: readonly OptionId[]
  black: boolean
  locked: boolean
  stops: boolean
  playing: boolean
  speed: number
  /** When it began, in wall milliseconds since 1970. */
  since: number
  /** What can be asked for now. */
  usable: readonly Asked[]
}

export type Message =
  | { is: 'report'; report: Report }
  /** The presenter's window is there, and wants a report. */
  | { is: 'hello' }
  | { is: 'ask'; action: Asked }
  /** The presentation was closed. */
  | { is: 'gone' }

export interface Channel {
  send(message: Message): void
  close(): void
}

/** Null: this browser, or the place that the page was opened from, has no channel between windows. */
export function openChannel(lesson: string, hear: (message: Message) => void): Channel | null {
  try {
    const channel = new BroadcastChannel(`replication-lab.present.${lesson}`)
    channel.onmessage = ({ data }: MessageEvent<unknown>) => {
      const message = messageIn(data)
      if (message !== null) hear(message)
    }
    return { send: (message) => channel.postMessage(message), close: () => channel.close() }
  } catch {
    return null
  }
}

/** Null: it is none that is known. */
export function messageIn(data: unknown): Message | null {
  if (!isObject(data)) return null
  if (data['is'] === 'hello' || data['is'] === 'gone') return { is: data['is'] }
  if (data['is'] === 'ask') return isAsked(data['action']) ? { is: 'ask', action: data['action'] } : null
  const report = data['is'] === 'report' ? reportIn(data['report']) : null
  return report && { is: 'report', report }
}

const PHASES: Record<Playing['phase'], true> = {
  enter: true,
  ask: true,
  weigh: true,
  reveal: true,
  world: true,
  beside: true,
  do: true,
  show: true,
  open: true,
  done: true,
}

function reportIn(given: unknown): Report | null {
  if (!isObject(given)) return null
  const { at, phase, told, correct, answer, hands, tied, speed, since, usable } = given
  const flags = (['black', 'locked', 'stops', 'playing'] as const).every((name) => typeof given[name] === 'boolean')
  const isRead =
    flags &&
    isCount(at, 98) &&
    typeof phase === 'string' &&
    Object.hasOwn(PHASES, phase) &&
    (told === null || (typeof told === 'string' && told.length <= 2000)) &&
    [correct, answer].every((option) => option === null || isOption(option)) &&
    isHands(hands) &&
    isListOf(tied, isOption) &&
    typeof speed === 'number' &&
    speed >= 0.1 &&
    speed <= 8 &&
    typeof since === 'number' &&
    Number.isFinite(since) &&
    isListOf(usable, isAsked)
  return isRead ? (given as unknown as Report) : null
}

const isObject = (given: unknown): given is Record<string, unknown> =>
  typeof given === 'object' && given !== null && !Array.isArray(given)
const isCount = (given: unknown, most: number): boolean =>
  Number.isSafeInteger(given) && (given as number) >= 0 && (given as number) <= most
const isAsked = (given: unknown): given is Asked => ASKED.includes(given as Asked)
const isListOf = <T>(given: unknown, is: (one: unknown) => one is T): given is T[] =>
  Array.isArray(given) && given.length <= 40 && given.every(is)
