import type { Frame, MessageFrame } from '../engine/index.ts'
import { verdictWord } from './clientTwins.ts'
import { inLog } from './inLog.ts'
import { messageWord } from './messages.ts'
import { ackWord, matter, share } from './messageTwins.ts'
import { count, exactMs, moment } from './numbers.ts'
import { packs } from './packs.ts'
import { capital, terms } from './terms.ts'

/** One message in full: what it is, and its way in numbers. */
export const messageTitle = (message: MessageFrame): string => capital(matter(message))

const GOSSIP: Record<string, () => string> = {
  up: () => `A monitor says that the ${terms.master} answers it.`,
  down: () => `A monitor says that the ${terms.master} does not answer it.`,
  'at-work': () => 'A monitor says that it was elected and is at work.',
}
const MEANS: Record<MessageFrame['kind'], (message: MessageFrame) => string> = {
  entries: ({ from, first, last, epoch }) =>
    `Carries ${inLog(from, first, last)}${packs.masters?.inLogOf(from, first, last) == null ? ` of epoch ${epoch}` : ''} from one log to the other. The ${terms.slave} has them once its relay log is flushed.`,
  ack: ({ word, last }) =>
    ackWord(word) === 'applied'
      ? `Says that everything up to #${last} can be read over there.`
      : `Says that everything up to #${last} is safe in the relay log over there; it need not be readable yet.`,
  subscribe: () => 'Asks for entries from a position on, and opens the connection that carries them.',
  heartbeat: () => 'Says only that the connection is alive, while there is nothing to send.',
  snapshot: ({ from, last }) =>
    last > 0
      ? `All data of ${from} as they were when the copy began, up to #${last}. What came after is fetched afterwards.`
      : `All data of ${from}, which were none when the copy began.`,
  write: ({ word }) =>
    `A client’s write${word === '' ? '' : `: ${word}`}. Until the answer comes, the client knows nothing.`,
  read: ({ word, last }) =>
    last > 0
      ? `A client asks for ${word}, from a node that has applied at least #${last}.`
      : `A client asks for ${word}.`,
  reply: ({ word, write, answers }) =>
    word.includes('=')
      ? answers === null || answers.verdict === 'fresh'
        ? 'What the reader gets to see.'
        : `What the reader gets to see: ${verdictWord(answers.verdict)}.`
      : `The answer to write ${write}: ${word === '' ? 'none' : word.toUpperCase()}.`,
  probe: () => 'The monitor asks whether somebody is there.',
  answer: () => 'Somebody is there.',
  gossip: ({ word }) => GOSSIP[word]?.() ?? 'A monitor tells another one what it finds.',
  vote: ({ word, epoch }) =>
    word === 'ask'
      ? `A monitor asks for a vote in epoch ${epoch}.`
      : `A monitor gives its vote in epoch ${epoch}. It has only this one.`,
  command: ({ word }) => `The monitor says what to do${word === '' ? '' : `: ${word}`}.`,
  persist: ({ first, last }) =>
    `The leader has ${last > first ? `changes ${first} to ${last}` : `change ${last}`} on its disk, and this replica is to have it, too.`,
  persisted: ({ last }) => `This replica has everything up to change ${last} on its disk.`,
  elect: ({ last }) => `The lease of the leader is over. This replica has everything up to change ${last}.`,
  promise: (message) => packs.masters.promiseMeans(message),
  promised: (message) => packs.masters.promiseMeans(message),
}
export const messageSentence = (message: MessageFrame): string =>
  MEANS[message.kind]?.(message) ?? messageWord(message.kind)

/** Its path in numbers at time t: sent, place now, arrives, how long on the way, how often sent again. */
export function messageRows(message: MessageFrame, { time }: Pick<Frame, 'time'>): [string, string][] {
  const { path, from, to, held, resent } = message
  const [sent, end] = [path[0]?.[0] ?? time, path[path.length - 1]?.[0] ?? time]
  const done = Math.round(100 * share(path, time))
  return [
    ['from', from],
    ['to', to],
    ['sent', moment(sent)],
    ['place now', `${done} % of the way`],
    held
      ? ['arrives', 'held: the link is silent']
      : ['arrives', `${moment(end)}, in ${exactMs(Math.max(0, end - time))}`],
    ['on the way for', exactMs(Math.max(0, time - sent))],
    ...(resent > 0 ? [['sent again', `${count(resent, 'time')}, lost before`] as [string, string]] : []),
  ]
}
