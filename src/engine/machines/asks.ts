/**
 * What the machines of clients that read have in common: the intents of one read, from the question to the answer or
 * to giving it up. A slave that is asked to wait for a position and cannot reach it in time says so; then the same
 * read goes to the leader, within the same patience.
 */
export interface Answer {
  type: 'REPLY'
  ok: boolean
  /** Of a refusal: 'behind' (not as far as it was asked to be), 'fenced', 'not-master', 'copying'. */
  reason: string
  key: number
  /** The version that was there; 0 = no such row. */
  entry: number
  /** The last entry applied there when it was read; 0 = none. */
  upTo: number
  epoch: number
  /** The fact that explains what the node lacked; 0 = it lacked nothing. */
  lack: number
  /** The pause drawn before the next request. */
  gapUs: number
}

export type Shown = Pick<Answer, 'key' | 'entry' | 'upTo' | 'epoch' | 'lack'>

interface Missed {
  sentAt: number
  reason: string
}

/** For `setup({ actions })`. */
export const asks = {
  sendRead: (): void => {},
  /** The same read again, this time to the leader. */
  askLeader: (): void => {},
  answered: (_: unknown, _what: Shown): void => {},
  /** Nothing came of it. */
  missed: (_: unknown, _how: Missed): void => {},
  hangUp: (): void => {},
}

/** For `setup({ guards })`: what an answer says. */
export const answerGuards = {
  isOk: ({ event }: { event: Event }): boolean => event.type === 'REPLY' && event.ok === true,
  isBehind: ({ event }: { event: Event }): boolean => event.type === 'REPLY' && event.reason === 'behind',
}

/** Whatever a machine hears; of an answer more is known. */
interface Event {
  readonly type: string
  readonly ok?: boolean
  readonly reason?: string
}

const shown = ({ key, entry, upTo, epoch, lack }: Shown): Shown => ({ key, entry, upTo, epoch, lack })

interface Asked {
  context: { sentAt: number }
}
const missed = (reason: string) =>
  ({ type: 'missed', params: ({ context: { sentAt } }: Asked) => ({ sentAt, reason }) }) as const

/** The state of one read, from the question to `answered` or `backingOff`; the machine brings `begin`, `queue` and `rest`. */
export const waitingForAnswer = {
  initial: 'asked',
  entry: { type: 'begin', params: ({ event }: { event: { now: number } }) => ({ now: event.now }) },
  states: {
    asked: { entry: 'sendRead', on: { REPLY: { guard: 'isBehind', target: 'atLeader' } } },
    atLeader: { entry: 'askLeader' },
  },
  on: {
    WRITE_NOW: { actions: 'queue' },
    REPLY: [
      {
        guard: 'isOk',
        target: 'answered',
        actions: [
          { type: 'answered', params: ({ event }: { event: Answer }) => shown(event) },
          { type: 'rest', params: ({ event }: { event: Answer }) => event.gapUs },
        ],
      },
      {
        target: 'backingOff',
        actions: {
          type: 'missed',
          params: ({ context, event }: Asked & { event: Answer }) => ({ sentAt: context.sentAt, reason: event.reason }),
        },
      },
    ],
    FAILED: { target: 'backingOff', actions: missed('refused') },
    RESET: { target: 'backingOff', actions: missed('connection-lost') },
  },
  after: { timeout: { target: 'backingOff', actions: [missed('timeout'), 'hangUp'] } },
} as const
