/**
 * One of several monitors, as Sentinel has them (DOMAIN 3.1). Down for me: the master does not answer this one, which
 * tells the others, again and again. Down for all: a quorum of them says so. Then, after a random pause that keeps them
 * from doing it all at once, it asks for votes in a new epoch. Everybody has one vote an epoch and gives it to whoever
 * asks first; elected is who has a majority, and at least the quorum. Who loses waits and tries again; who has voted
 * for another waits as long as that one says to be at work. Simplified: votes are remembered through everything.
 */
import { assign, setup } from 'xstate'
import type { MonitorSettings } from '../settings/index.ts'
import { type Heard, shared } from './intents.ts'

/** So many times it tells the others before it says that too few agree. */
const CALLS = 3

/** What it sees whenever it hears something. */
interface Sight {
  /** Monitors that find the master down, itself among them. */
  agree: number
  /** The newest epoch that its own manager knows or has handed out. */
  known: number
}

type Event = Heard &
  Sight &
  /** Its own manager finds the master down, or well, or has found nobody to promote. */
  (
    | { type: 'DOWN' }
    | { type: 'UP' }
    | { type: 'FAILED' }
    /** What another monitor finds. */
    | { type: 'HEARD'; from: number; down: boolean; busy: boolean; epoch: number }
    | { type: 'ASK'; from: number; epoch: number }
    | { type: 'VOTE'; from: number; epoch: number; until: number }
    /** The pause that was drawn. */
    | { type: 'DRAWN'; us: number }
    /** A person has named the next master: whatever anybody finds, it asks for votes. */
    | { type: 'STAND' }
    | { type: 'REVIEW' }
  )

interface Context {
  s: MonitorSettings
  /** Number of this monitor. */
  own: number
  /** Newest epoch that anybody has asked for votes in. */
  epoch: number
  /** Whom it has given its vote in that epoch (monitor number; -1 = nobody), and when. */
  votedFor: number
  votedAt: number
  votes: number
  /** How often it has told the others in vain. */
  calls: number
  pauseUs: number
}

export const voter = setup({
  types: { context: {} as Context, events: {} as Event, input: {} as { s: MonitorSettings; number: number } },
  actions: {
    ...shared,
    /** Remember what another one finds. */
    hear: (_, _what: { from: number; down: boolean; busy: boolean }) => {},
    gossip: (_, _what: { down: boolean; busy: boolean; epoch: number }) => {},
    noteAgreed: (_, _how: { agree: number }) => {},
    noteAlone: () => {},
    drawPause: () => {},
    askVotes: (_, _for: { epoch: number }) => {},
    giveVote: (_, _to: { from: number; epoch: number }) => {},
    /** Up to when the voter has given the old master a lease. */
    hearVote: (_, _what: { until: number }) => {},
    lead: (_, _as: { epoch: number; votes: number }) => {},
    noteFailed: (_, _what: { epoch: number; votes: number }) => {},
    learn: assign({ epoch: ({ context }, epoch: number) => Math.max(context.epoch, epoch) }),
    vote: assign({
      epoch: (_, p: { from: number; epoch: number; now: number }) => p.epoch,
      votedFor: (_, p) => p.from,
      votedAt: (_, p) => p.now,
    }),
    campaign: assign({
      epoch: ({ context }, p: { known: number; now: number }) => Math.max(context.epoch, p.known) + 1,
      votedFor: ({ context }) => context.own,
      votedAt: (_, p) => p.now,
      votes: 1,
    }),
    countVote: assign({ votes: ({ context }) => context.votes + 1 }),
    countCall: assign({ calls: ({ context }) => context.calls + 1 }),
    forgetCalls: assign({ calls: 0 }),
    pause: assign({ pauseUs: (_, us: number) => us }),
  },
  guards: {
    hasQuorum: ({ context, event }) => event.agree >= context.s.quorum,
    lacksQuorum: ({ context, event }) => event.agree < context.s.quorum,
    hasCalledInVain: ({ context }) => context.calls + 1 === CALLS,
    mayVote: ({ context, event }) => event.type === 'ASK' && event.epoch > context.epoch && event.epoch > event.known,
    isForMe: ({ context, event }) => event.type === 'VOTE' && event.epoch === context.epoch,
    wins: ({ context, event }) =>
      event.type === 'VOTE' && event.epoch === context.epoch && context.votes + 1 >= context.s.majority,
    hasMajority: ({ context }) => context.votes >= context.s.majority,
    /** It has just voted for another one, and leaves that one its time, whatever it found when it was asked. */
    hasYielded: ({ context: { votedFor, votedAt, own, s }, event }) =>
      votedFor >= 0 && votedFor !== own && event.now - votedAt < s.electionRetryUs,
    /** Whom it has voted for is at work. */
    isAtWork: ({ context, event }) => event.type === 'HEARD' && event.busy && event.from === context.votedFor,
  },
  delays: {
    call: ({ context }) => context.s.probeEveryUs,
    pause: ({ context }) => Math.max(1, context.pauseUs),
    election: ({ context }) => context.s.electionUs,
    retry: ({ context }) => context.s.electionRetryUs,
  },
}).createMachine({
  id: 'voter',
  context: ({ input }) => ({
    s: input.s,
    own: input.number,
    epoch: 1,
    votedFor: -1,
    votedAt: -1,
    votes: 0,
    calls: 0,
    pauseUs: 0,
  }),
  initial: 'calm',
  on: {
    HEARD: {
      actions: [
        { type: 'hear', params: ({ event: { from, down, busy } }) => ({ from, down, busy }) },
        { type: 'learn', params: ({ event }) => event.epoch },
      ],
    },
    STAND: {
      target: '.standing',
      actions: { type: 'campaign', params: ({ event: { known, now } }) => ({ known, now }) },
    },
    // One vote an epoch, whatever it finds itself.
    ASK: {
      guard: 'mayVote',
      actions: [
        { type: 'vote', params: ({ event: { from, epoch, now } }) => ({ from, epoch, now }) },
        { type: 'giveVote', params: ({ event: { from, epoch } }) => ({ from, epoch }) },
      ],
    },
  },
  states: {
    calm: { on: { DOWN: { target: 'down', actions: 'forgetCalls' } } },
    // For a person who has named the next master. Once, and without asking who finds the old one down.
    standing: {
      entry: { type: 'askVotes', params: ({ context }) => ({ epoch: context.epoch }) },
      always: { guard: 'hasMajority', target: 'down.elected' },
      on: {
        DOWN: { target: 'down', actions: 'forgetCalls' },
        VOTE: [
          {
            guard: 'wins',
            target: 'down.elected',
            actions: ['countVote', { type: 'hearVote', params: ({ event }) => ({ until: event.until }) }],
          },
          {
            guard: 'isForMe',
            actions: ['countVote', { type: 'hearVote', params: ({ event }) => ({ until: event.until }) }],
          },
        ],
      },
      after: {
        election: {
          target: 'calm',
          actions: [
            { type: 'noteFailed', params: ({ context: { epoch, votes } }) => ({ epoch, votes }) },
            { type: 'tell', params: { to: 'failoverManager', event: { type: 'NOT_ELECTED' } } },
          ],
        },
      },
    },
    down: {
      initial: 'alone',
      on: { UP: 'calm' },
      exit: { type: 'gossip', params: ({ context }) => ({ down: false, busy: false, epoch: context.epoch }) },
      states: {
        // Down for me.
        alone: {
          entry: { type: 'gossip', params: ({ context }) => ({ down: true, busy: false, epoch: context.epoch }) },
          always: { guard: 'hasQuorum', target: 'agreed' },
          on: {
            HEARD: [
              {
                guard: 'hasQuorum',
                target: 'agreed',
                actions: [
                  { type: 'hear', params: ({ event: { from, down, busy } }) => ({ from, down, busy }) },
                  { type: 'learn', params: ({ event }) => event.epoch },
                ],
              },
              {
                actions: [
                  { type: 'hear', params: ({ event: { from, down, busy } }) => ({ from, down, busy }) },
                  { type: 'learn', params: ({ event }) => event.epoch },
                ],
              },
            ],
            REVIEW: { guard: 'hasQuorum', target: 'agreed' },
          },
          after: {
            call: [
              { guard: 'hasCalledInVain', target: 'alone', reenter: true, actions: ['countCall', 'noteAlone'] },
              { target: 'alone', reenter: true, actions: 'countCall' },
            ],
          },
        },
        // Down for all.
        agreed: {
          initial: 'agreeing',
          entry: { type: 'noteAgreed', params: ({ event }) => ({ agree: event.agree }) },
          on: {
            ASK: {
              guard: 'mayVote',
              target: '.voted',
              actions: [
                { type: 'vote', params: ({ event: { from, epoch, now } }) => ({ from, epoch, now }) },
                { type: 'giveVote', params: ({ event: { from, epoch } }) => ({ from, epoch }) },
              ],
            },
          },
          states: {
            agreeing: { always: [{ guard: 'hasYielded', target: 'voted' }, { target: 'drawing' }] },
            drawing: {
              entry: 'drawPause',
              on: { DRAWN: { target: 'waiting', actions: { type: 'pause', params: ({ event }) => event.us } } },
            },
            waiting: {
              after: {
                pause: [
                  { guard: 'lacksQuorum', target: '#voter.down.alone' },
                  {
                    target: 'asking',
                    actions: { type: 'campaign', params: ({ event: { known, now } }) => ({ known, now }) },
                  },
                ],
              },
            },
            asking: {
              entry: { type: 'askVotes', params: ({ context }) => ({ epoch: context.epoch }) },
              always: { guard: 'hasMajority', target: '#voter.down.elected' },
              on: {
                VOTE: [
                  {
                    guard: 'wins',
                    target: '#voter.down.elected',
                    actions: ['countVote', { type: 'hearVote', params: ({ event }) => ({ until: event.until }) }],
                  },
                  {
                    guard: 'isForMe',
                    actions: ['countVote', { type: 'hearVote', params: ({ event }) => ({ until: event.until }) }],
                  },
                ],
              },
              after: {
                election: {
                  target: 'resting',
                  actions: {
                    type: 'noteFailed',
                    params: ({ context: { epoch, votes } }) => ({ epoch, votes }),
                  },
                },
              },
            },
            resting: {
              entry: { type: 'gossip', params: ({ context }) => ({ down: true, busy: false, epoch: context.epoch }) },
              after: { election: 'drawing' },
            },
            voted: {
              entry: { type: 'gossip', params: ({ context }) => ({ down: true, busy: false, epoch: context.epoch }) },
              on: {
                HEARD: [
                  {
                    guard: 'isAtWork',
                    target: 'voted',
                    actions: [
                      { type: 'hear', params: ({ event: { from, down, busy } }) => ({ from, down, busy }) },
                      { type: 'learn', params: ({ event }) => event.epoch },
                    ],
                    reenter: true,
                  },
                ],
              },
              after: { retry: 'drawing' },
            },
          },
        },
        elected: {
          entry: { type: 'lead', params: ({ context: { epoch, votes } }) => ({ epoch, votes }) },
          initial: 'working',
          on: {
            // It was all for nothing, or the next one has died: from the beginning.
            DOWN: { target: 'alone', actions: 'forgetCalls' },
            FAILED: '.idle',
          },
          states: {
            working: {
              entry: { type: 'gossip', params: ({ context }) => ({ down: true, busy: true, epoch: context.epoch }) },
              after: { call: { target: 'working', reenter: true } },
            },
            idle: { after: { retry: '#voter.down.alone' } },
          },
        },
      },
    },
  },
})
