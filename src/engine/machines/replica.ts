/**
 * One of the three replicas of a region (DOMAIN 6): it follows, leads, or is down. The leader sends what it has flushed to
 * the others; what two of three have flushed is decided. When the leader is gone its lease has to run out first, because
 * nobody can know that it does not answer reads any more; then those who are left call each other, and of two that hear
 * each other the one with the longer log leads. Simplified: a lease counts as renewed up to the moment of the death, a vote is
 * a comparison of two logs, and no message between zones is lost.
 */
import { assign, setup } from 'xstate'
import type { NodeSettings } from '../settings/index.ts'
import { type Heard, shared } from './intents.ts'

/** What it sees besides: of its own disk, and of the group. */
interface Sight {
  /** The end of its log on disk. */
  persisted: number
  /** PERSIST: does it begin where its log ends, and is it of the leader of now? */
  fits: boolean
  /** ELECT: does nobody lead, and has it the longer log of the two? */
  wins: boolean
  /** Does anybody lead? */
  led: boolean
  /** What is left of the last leader's lease. */
  leaseUs: number
}

type Event = Heard &
  Sight &
  (
    | { type: 'START'; leads: boolean }
    | { type: 'PERSIST'; zone: number; first: number; last: number; term: number }
    | { type: 'PERSISTED'; zone: number; last: number; term: number; joins: boolean }
    /** Up to here two of three have it. */
    | { type: 'DECIDED'; last: number; term: number }
    | { type: 'ELECT'; zone: number; last: number }
    | { type: 'LEAD'; zone: number; term: number }
    /** The leader is dead; or it leads no more, because nobody follows. */
    | { type: 'LEADER_GONE' }
    | { type: 'STEP_DOWN' }
    /** Its host crashes, or that of the whole region; its host comes back, or the region has. */
    | { type: 'KILL' }
    | { type: 'RESTART' }
    | { type: 'RETURN' }
    | { type: 'DIED' }
  )

interface Context {
  s: NodeSettings
  /** What came in, and how much of it the flush that runs will have flushed. */
  upTo: number
  flushing: number
}

export const replica = setup({
  types: { context: {} as Context, events: {} as Event, input: {} as { s: NodeSettings } },
  actions: {
    ...shared,
    receive: assign({ upTo: ({ event }) => (event.type === 'PERSIST' ? event.last : event.persisted) }),
    begin: assign({ flushing: ({ context }) => context.upTo }),
    /** It is on its disk, and its leader is told so. */
    flushed: (_, _what: { to: number }) => {},
    learn: (_, _what: { to: number; term: number }) => {},
    /** It asks the leader for what it lacks. */
    join: () => {},
    /** One of the others has flushed up to here; `joins`: it asks for what comes after. */
    count: (_, _who: { zone: number; to: number; term: number; joins: boolean }) => {},
    /** It says to the others how long its log is. */
    announce: () => {},
    announceTo: (_, _whom: { zone: number }) => {},
    lead: () => {},
    tellLead: (_, _whom: { zone: number }) => {},
    die: () => {},
    dieWithAll: () => {},
    comeBack: () => {},
  },
  guards: {
    leads: ({ event }) => event.type === 'START' && event.leads,
    fits: ({ event }) => event.fits,
    wins: ({ event }) => event.wins,
    led: ({ event }) => event.led,
    hasMore: ({ context }) => context.upTo > context.flushing,
  },
  delays: {
    flush: ({ context }) => context.s.flushUs,
    lease: ({ event }) => event.leaseUs,
    restart: ({ context }) => context.s.restartUs,
  },
}).createMachine({
  id: 'replica',
  context: ({ input }) => ({ s: input.s, upTo: 0, flushing: 0 }),
  initial: 'starting',
  on: {
    KILL: { target: '.down', actions: 'die' },
    DIED: { target: '.down', actions: 'dieWithAll' },
  },
  states: {
    starting: { on: { START: [{ guard: 'leads', target: 'leader' }, { target: 'follower' }] } },
    follower: {
      entry: 'receive',
      initial: 'quiet',
      on: {
        LEADER_GONE: 'leaderless',
        DECIDED: { actions: { type: 'learn', params: ({ event }) => ({ to: event.last, term: event.term }) } },
      },
      states: {
        quiet: { on: { PERSIST: { guard: 'fits', target: 'flushing', actions: 'receive' } } },
        flushing: {
          entry: 'begin',
          on: { PERSIST: { guard: 'fits', actions: 'receive' } },
          after: {
            flush: [
              {
                guard: 'hasMore',
                target: 'flushing',
                reenter: true,
                actions: { type: 'flushed', params: ({ context }) => ({ to: context.flushing }) },
              },
              { target: 'quiet', actions: { type: 'flushed', params: ({ context }) => ({ to: context.flushing }) } },
            ],
          },
        },
      },
    },
    // What it was flushing is given up: the log that it will be compared by stands still from now on.
    leaderless: {
      on: { LEAD: { target: 'follower', actions: 'join' } },
      after: { lease: [{ guard: 'led', target: 'follower', actions: 'join' }, { target: 'electing' }] },
    },
    electing: {
      entry: 'announce',
      on: {
        LEAD: { target: 'follower', actions: 'join' },
        ELECT: [
          { guard: 'wins', target: 'leader', actions: 'lead' },
          { actions: { type: 'announceTo', params: ({ event }) => ({ zone: event.zone }) } },
        ],
      },
    },
    leader: {
      on: {
        PERSISTED: {
          actions: {
            type: 'count',
            params: ({ event }) => ({ zone: event.zone, to: event.last, term: event.term, joins: event.joins }),
          },
        },
        ELECT: { actions: { type: 'tellLead', params: ({ event }) => ({ zone: event.zone }) } },
        STEP_DOWN: 'electing',
      },
    },
    down: {
      on: {
        RESTART: 'recovering',
        RETURN: [{ guard: 'led', target: 'follower', actions: 'join' }, { target: 'leaderless' }],
      },
    },
    recovering: {
      after: {
        restart: [
          { guard: 'led', target: 'follower', actions: ['comeBack', 'join'] },
          { target: 'leaderless', actions: 'comeBack' },
        ],
      },
    },
  },
})
