/**
 * The rules of a conversation with a host, as a function of what has been said and what arrives: who may speak, how much,
 * how often, and what of it is carried out. It knows no window, no clock and no figure.
 */
import type { Address } from '../page.ts'
import { CHANGES, type Command, commandOf } from './commands.ts'
import { isPlain, isSmall } from './shape.ts'

/** Commands within a second at most. */
const RATE = 60

export type Rules = Pick<Address, 'id' | 'origin' | 'lock'>

export interface Session {
  /** Of its hello: another hello must bring another. */
  nonce: string
  /** Does the host open links, and want to hear of every fact? */
  opens: boolean
  events: boolean
  /** When the commands of the last second came, in milliseconds. */
  recent: readonly number[]
}

type Fault = 'shape' | 'size' | 'rate' | 'unknown' | 'origin' | 'locked'
export interface Verdict {
  session: Session
  /** The number by which the host calls this message; null = it has none that could be answered. */
  re: number | null
  command: Command | null
  error: Fault | null
}

/** A hello begins a session, or is not heard: null. `before`: the session that it would end. */
export function greet(data: unknown, origin: string, rules: Rules, before: Session | null): Session | null {
  if (!isSmall(data) || !isPlain(data) || data['rlab'] !== 1 || data['type'] !== 'hello') return null
  const { id, nonce, opens, events } = data
  if (typeof nonce !== 'string' || nonce === '' || nonce.length > 64 || nonce === before?.nonce) return null
  if (id !== undefined && id !== rules.id) return null
  if (rules.origin !== null && origin !== rules.origin) return null
  return { nonce, opens: opens === true, events: events === true, recent: [] }
}

/** What is to be done about a message that came by the session's own port at `now` milliseconds. */
export function judge(session: Session, data: unknown, rules: Rules, now: number): Verdict {
  const recent = session.recent.filter((t) => now - t < 1000)
  const over = recent.length >= RATE
  const next = { ...session, recent: over ? recent : [...recent, now] }
  const refuse = (error: Fault, re: number | null = null): Verdict => ({ session: next, re, command: null, error })
  if (over) return refuse('rate', seqOf(data))
  if (!isSmall(data)) return refuse('size', seqOf(data))
  if (!isPlain(data) || data['rlab'] !== 1 || (data['id'] !== undefined && data['id'] !== rules.id))
    return refuse('shape')
  const re = seqOf(data)
  if (re === null) return refuse('shape')
  const command = commandOf(data)
  if (typeof command === 'string') return refuse(command, re)
  const change = CHANGES[command.type]
  if (change !== undefined && rules.origin === null) return refuse('origin', re)
  if (change !== undefined && (rules.lock === 'all' || rules.lock === change)) return refuse('locked', re)
  return { session: next, re, command, error: null }
}

const seqOf = (data: unknown): number | null =>
  isPlain(data) && Number.isSafeInteger(data['seq']) ? (data['seq'] as number) : null
