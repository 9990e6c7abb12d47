import type { MessageFrame } from '../engine/index.ts'
import { moment } from './numbers.ts'
import { terms } from './terms.ts'

/** What travels on a link. */
const KINDS: Record<MessageFrame['kind'], string> = {
  entries: 'entries',
  ack: 'an acknowledgement',
  subscribe: 'a request for entries',
  heartbeat: 'a heartbeat',
  snapshot: 'a copy of data',
  write: 'a write',
  read: 'a read',
  reply: 'an answer',
  probe: 'a probe',
  answer: 'an answer to a probe',
  command: 'a command',
  gossip: 'word from one monitor to another',
  vote: 'a vote',
  persist: 'changes for a replica',
  persisted: 'word that a replica has flushed',
  elect: 'a call for votes',
  promise: 'a request for a promise',
  promised: 'a promise or a refusal',
}

export const messageWord = (kind: string): string => KINDS[kind as MessageFrame['kind']] ?? 'a message'

const COMMANDS: Record<string, string> = {
  report: 'how far?',
  'confirm-down': 'hears it?',
  choose: 'take over',
  'stand-down': 'stay',
  rejoin: 'follow',
  rewind: 'take back',
  rebuild: 'begin anew',
}
/** What the monitor asks or tells a node. */
export const commandWord = (word: string): string =>
  word === 'repoint' ? `new ${terms.master}` : (COMMANDS[word] ?? word)

/** When a client was told OK, beside a lost write: "told OK at 6.412 s". */
export const toldOkAt = (us: number): string => `told OK at ${moment(us)}`
