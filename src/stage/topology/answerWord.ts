import { outcomeWord } from '../../words/index.ts'

/** The answer to a read: `k3=41`, `no k3`. */
export const isRead = (outcome: string) => outcome.includes('=') || outcome.startsWith('no ')
/** What a client is told, as it stands beside the way. */
export const wordOf = (outcome: string): string =>
  isRead(outcome)
    ? outcome
    : (outcomeWord(outcome.toLowerCase() as Parameters<typeof outcomeWord>[0]) ?? outcome.toUpperCase())
