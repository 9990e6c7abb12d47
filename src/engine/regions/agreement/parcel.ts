/** A message of the rules as the plain numbers that a machine hears, and back. */
import type { Said } from '../../machines/agreement.ts'
import type { Known, Message, Proposal, Vote } from './row.ts'

/** What takes no vote and no disk: to ask, and to say what is known. */
export const AT_ONCE: readonly string[] = ['ask', 'known', 'read', 'shown']

const NO_VOTE = { votedIn: 0, votedOrigin: -1, votedSequence: 0 }

const votes = (vote: Vote | null) =>
  vote === null ? NO_VOTE : { votedIn: vote.ballot, votedOrigin: vote.write.origin, votedSequence: vote.write.sequence }

interface Address {
  readonly from: number
  readonly to: number
  readonly key: number
  /** The entry that stands at the height that its sender knows of; 0 = none. */
  readonly top: number
}

/** A read and its answer are none of the rules' messages, and have the number of the read for a ballot. */
export function parcelOf({ from, to, key, top }: Address, slot: number, knows: Known, more: Partial<Said>): Said {
  const [a = 0, b = 0, c = 0] = knows.decided
  const { height } = knows
  const plain = { origin: -1, sequence: 0, ballot: 0, ...NO_VOTE, answer: '' }
  return { from, to, what: 'known', key, slot, height, a, b, c, top, ...plain, ...more }
}

export function saidOf(address: Address, message: Message): Said {
  const { type: what, slot, knows } = message
  const write = 'write' in message ? { origin: message.write.origin, sequence: message.write.sequence } : {}
  const ballot = 'ballot' in message ? { ballot: message.ballot } : {}
  const vote = message.type === 'joined' ? votes(message.vote) : {}
  const answer =
    message.type === 'answer'
      ? { answer: message.answer }
      : { answer: message.type === 'ask' && message.withdraws ? 'withdraws' : '' }
  return parcelOf(address, slot, knows, { what, ...write, ...ballot, ...vote, ...answer })
}

export const shown = (address: Address, read: number, knows: Known, vote: Vote | null): Said =>
  parcelOf(address, knows.height + 1, knows, { what: 'shown', ballot: read, ...votes(vote) })

export const knownIn = ({ height, a, b, c }: Said): Known => ({ height, decided: [a, b, c] })

export const voteIn = ({ slot, votedIn, votedOrigin, votedSequence }: Said): Vote | null =>
  votedOrigin < 0 ? null : { ballot: votedIn, write: { origin: votedOrigin, sequence: votedSequence, slot } }

export function messageIn(said: Said): Message {
  const { what, slot, ballot, answer } = said
  const about = { slot, knows: knownIn(said) }
  const write: Proposal = { origin: said.origin, sequence: said.sequence, slot }
  switch (what) {
    case 'ask':
      return { ...about, type: 'ask', write, withdraws: answer === 'withdraws' }
    case 'answer':
      return { ...about, type: 'answer', write, answer: answer as 'promised' | 'refused' | 'busy' }
    case 'accept':
      return { ...about, type: 'accept', ballot, write }
    case 'joined':
      return { ...about, type: 'joined', ballot, vote: voteIn(said) }
    case 'prepare':
    case 'accepted':
    case 'outdone':
      return { ...about, type: what, ballot }
    default:
      return { ...about, type: 'known' }
  }
}
