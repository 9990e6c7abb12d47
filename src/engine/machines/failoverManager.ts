/**
 * Decides whether the master is dead and who takes over (DOMAIN 3.1 holistic, 3.3): missed probes make it suspect;
 * it then asks the slaves, and only when none of them still copies from the master is it confirmed. Then: choose,
 * let the chosen one empty its relay log, promote, point its siblings to it, reroute the clients. Simplified: one
 * monitor, which never fails itself; it does not stop the old master by force but fences it by the epoch.
 */
import { assign, setup } from 'xstate'
import type { MonitorSettings } from '../settings.ts'
import { type Heard, shared } from './intents.ts'

type Event = Heard &
  (
    | { type: 'MISSED'; node: number; count: number }
    | { type: 'ANSWERED'; node: number; life: number; role: string; upstream: number; epoch: number }
    | { type: 'REPORT'; node: number; replicating: boolean; received: number; life: number }
    | { type: 'CANDIDATE'; node: number; received: number; life: number }
    | { type: 'WEIGHED'; chosen: number; life: number; candidates: number; undecided: boolean }
    | { type: 'DRAINED'; node: number }
    | { type: 'PROMOTED'; node: number; epoch: number }
    | { type: 'REPOINTED'; node: number }
    | { type: 'REROUTED' }
    /** Somebody names the new master. */
    | { type: 'PROMOTE'; node: number }
  )

interface Context {
  s: MonitorSettings
  /** Node number of the master as far as it knows. */
  master: number
  /** Nodes besides the master. */
  others: number
  /** Newest epoch that it knows to have begun, and the highest number that it has handed out. */
  epoch: number
  promised: number
  /** Answers that came in, and how many are worth waiting for, in the round under way. */
  answers: number
  expected: number
  /** Named by hand; -1 = nobody. */
  named: number
  chosen: number
  chosenLife: number
  /** Has a chosen candidate died in this failover? */
  bereft: boolean
  /** Does the master not answer although its slaves copy from it? Then it asks them again, and says nothing new. */
  doubting: boolean
}

export const failoverManager = setup({
  types: {
    context: {} as Context,
    events: {} as Event,
    input: {} as { s: MonitorSettings; master: number; others: number },
  },
  actions: {
    ...shared,
    noteAbout: (
      _,
      _what: { kind: 'suspected' | 'confirmed' | 'suspicion-dropped'; node: number; reason: string },
    ) => {},
    askSlaves: (_, _what: { master: number }) => {},
    confirmDown: (_, _what: { master: number }) => {},
    hearReport: (_, _what: { node: number; received: number; life: number }) => {},
    /** Judge every candidate, with a reason each; the result comes as WEIGHED. */
    weigh: (_, _what: { master: number; named: number }) => {},
    announce: (_, _what: { node: number }) => {},
    choose: (_, _what: { node: number; epoch: number }) => {},
    standDown: () => {},
    repointOthers: (_, _what: { master: number; epoch: number }) => {},
    repointOne: (_, _what: { node: number; master: number; epoch: number }) => {},
    reroute: (_, _what: { master: number }) => {},
    conclude: () => {},
    fail: (_, _why: { reason: string }) => {},
    newRound: assign({ answers: 0 }),
    countAnswer: assign({ answers: ({ context }) => context.answers + 1 }),
    name: assign({ named: (_, node: number) => node }),
    forgetName: assign({ named: -1 }),
    settleOn: assign({
      chosen: (_, p: { chosen: number; life: number; candidates: number }) => p.chosen,
      chosenLife: (_, p) => p.life,
      expected: (_, p) => p.candidates - 1,
      promised: ({ context }) => context.promised + 1,
    }),
    mourn: assign({ bereft: true }),
    doubt: assign({ doubting: true }),
    trust: assign({ doubting: false }),
    crown: assign({
      master: (_, p: { node: number; epoch: number }) => p.node,
      epoch: (_, p) => p.epoch,
      named: -1,
      bereft: false,
      doubting: false,
    }),
  },
  guards: {
    masterIsSilent: ({ context, event }) =>
      event.type === 'MISSED' && event.node === context.master && event.count % context.s.misses === 0,
    masterIsStillSilent: ({ context, event }) =>
      context.doubting &&
      event.type === 'MISSED' &&
      event.node === context.master &&
      event.count % context.s.misses === 0,
    masterIsBack: ({ context, event }) =>
      context.doubting && event.type === 'ANSWERED' && event.node === context.master,
    isStillReplicating: ({ context, event }) => context.doubting && event.type === 'REPORT' && event.replicating,
    /** Somebody who could take over. */
    candidateAnswers: ({ context, event }) =>
      event.type === 'ANSWERED' && event.node !== context.master && event.role !== 'fenced',
    /** A slave that was away when they were asked: whoever was asked is a candidate by now. */
    slaveAnswers: ({ context, event }) =>
      event.type === 'ANSWERED' && event.node !== context.master && event.role === 'slave',
    masterAnswers: ({ context, event }) => event.type === 'ANSWERED' && event.node === context.master,
    /** A slave that copies from somebody else than the master: it was away when the others were repointed. */
    isAstray: ({ context, event }) =>
      event.type === 'ANSWERED' && event.role === 'slave' && event.upstream !== context.master,
    isReplicating: ({ event }) => event.type === 'REPORT' && event.replicating,
    isLastSlave: ({ context }) => context.answers + 1 >= context.others,
    isLastCandidate: ({ context }) => context.answers + 1 >= context.expected,
    nobodyAnswered: ({ context }) => context.answers === 0,
    noneIsLeft: ({ context }) => context.expected <= 0,
    hasChosen: ({ event }) => event.type === 'WEIGHED' && event.chosen >= 0,
    mustAsk: ({ event }) => event.type === 'WEIGHED' && event.undecided,
    isBereft: ({ context }) => context.bereft,
    isChosen: ({ context, event }) =>
      (event.type === 'DRAINED' || event.type === 'PROMOTED') && event.node === context.chosen,
    chosenIsSilent: ({ context, event }) =>
      event.type === 'MISSED' && event.node === context.chosen && event.count >= context.s.misses,
    chosenWasReborn: ({ context, event }) =>
      event.type === 'ANSWERED' && event.node === context.chosen && event.life !== context.chosenLife,
  },
  delays: { patience: ({ context }) => context.s.probeTimeoutUs },
}).createMachine({
  id: 'failoverManager',
  context: ({ input }) => ({
    s: input.s,
    master: input.master,
    others: input.others,
    epoch: 1,
    promised: 1,
    answers: 0,
    expected: 0,
    named: -1,
    chosen: -1,
    chosenLife: 0,
    bereft: false,
    doubting: false,
  }),
  initial: 'watching',
  states: {
    watching: {
      on: {
        MISSED: [
          { guard: 'masterIsStillSilent', target: 'confirming' },
          { guard: 'masterIsSilent', target: 'suspecting' },
        ],
        ANSWERED: [
          { guard: 'masterIsBack', actions: 'trust' },
          {
            guard: 'isAstray',
            actions: {
              type: 'repointOne',
              params: ({ context: { master, epoch }, event }) => ({ node: event.node, master, epoch }),
            },
          },
        ],
        PROMOTE: { target: 'choosing', actions: { type: 'name', params: ({ event }) => event.node } },
      },
    },
    suspecting: {
      entry: { type: 'noteAbout', params: ({ context }) => ({ kind: 'suspected', node: context.master, reason: '' }) },
      after: { 1: 'confirming' },
    },
    confirming: {
      entry: ['newRound', { type: 'askSlaves', params: ({ context }) => ({ master: context.master }) }],
      on: {
        ANSWERED: {
          guard: 'masterAnswers',
          target: 'watching',
          actions: [
            {
              type: 'noteAbout',
              params: ({ context }) => ({ kind: 'suspicion-dropped', node: context.master, reason: 'answered' }),
            },
            'trust',
          ],
        },
        REPORT: [
          { guard: 'isStillReplicating', target: 'watching' },
          {
            guard: 'isReplicating',
            target: 'watching',
            actions: [
              {
                type: 'noteAbout',
                params: ({ context }) => ({
                  kind: 'suspicion-dropped',
                  node: context.master,
                  reason: 'still-replicating',
                }),
              },
              'doubt',
            ],
          },
          {
            guard: 'isLastSlave',
            target: 'choosing',
            actions: {
              type: 'noteAbout',
              params: ({ context }) => ({ kind: 'confirmed', node: context.master, reason: 'no-slave-sees-it' }),
            },
          },
          { actions: 'countAnswer' },
        ],
      },
      after: {
        patience: [
          { guard: 'nobodyAnswered', target: 'failed', actions: { type: 'fail', params: { reason: 'no-candidate' } } },
          {
            target: 'choosing',
            actions: {
              type: 'noteAbout',
              params: ({ context }) => ({ kind: 'confirmed', node: context.master, reason: 'no-slave-sees-it' }),
            },
          },
        ],
      },
    },
    choosing: {
      initial: 'asking',
      on: {
        CANDIDATE: {
          actions: {
            type: 'hearReport',
            params: ({ event: { node, received, life } }) => ({ node, received, life }),
          },
        },
      },
      states: {
        // They stop copying, so that how far they have come stands still while it is compared.
        asking: {
          entry: ['newRound', { type: 'confirmDown', params: ({ context }) => ({ master: context.master }) }],
          on: {
            CANDIDATE: [
              {
                guard: 'isLastSlave',
                target: 'weighing',
                actions: {
                  type: 'hearReport',
                  params: ({ event: { node, received, life } }) => ({ node, received, life }),
                },
              },
              {
                actions: [
                  {
                    type: 'hearReport',
                    params: ({ event: { node, received, life } }) => ({ node, received, life }),
                  },
                  'countAnswer',
                ],
              },
            ],
          },
          after: { patience: 'weighing' },
        },
        weighing: {
          entry: { type: 'weigh', params: ({ context: { master, named } }) => ({ master, named }) },
          on: {
            WEIGHED: [
              {
                guard: 'hasChosen',
                target: '#failoverManager.draining',
                actions: [
                  {
                    type: 'settleOn',
                    params: ({ event: { chosen, life, candidates } }) => ({ chosen, life, candidates }),
                  },
                  { type: 'announce', params: ({ event }) => ({ node: event.chosen }) },
                ],
              },
              { guard: 'mustAsk', target: '#failoverManager.waitingForChoice' },
              {
                guard: 'isBereft',
                target: '#failoverManager.failed',
                actions: { type: 'fail', params: { reason: 'candidate-died' } },
              },
              { target: '#failoverManager.failed', actions: { type: 'fail', params: { reason: 'no-candidate' } } },
            ],
          },
        },
      },
    },
    waitingForChoice: {
      entry: [
        'forgetName',
        {
          type: 'note',
          params: ({ context }) => ({
            kind: 'waiting-for-choice',
            args: { reason: context.s.byHand ? 'by-hand' : 'diverged' },
          }),
        },
      ],
      on: {
        PROMOTE: {
          target: 'choosing.weighing',
          actions: { type: 'name', params: ({ event }) => event.node },
        },
        // The master is back before anybody has decided.
        ANSWERED: [
          {
            guard: 'masterAnswers',
            target: 'watching',
            actions: [
              {
                type: 'noteAbout',
                params: ({ context }) => ({ kind: 'suspicion-dropped', node: context.master, reason: 'answered' }),
              },
              'standDown',
            ],
          },
          { guard: 'slaveAnswers', target: 'choosing' },
        ],
      },
    },
    draining: {
      entry: {
        type: 'choose',
        params: ({ context: { chosen, promised } }) => ({ node: chosen, epoch: promised }),
      },
      on: {
        DRAINED: { guard: 'isChosen', target: 'promoting' },
        MISSED: { guard: 'chosenIsSilent', target: 'choosing', actions: ['mourn', 'forgetName'] },
        ANSWERED: { guard: 'chosenWasReborn', target: 'choosing', actions: ['mourn', 'forgetName'] },
      },
    },
    promoting: {
      on: {
        PROMOTED: {
          guard: 'isChosen',
          target: 'repointing',
          actions: { type: 'crown', params: ({ event: { node, epoch } }) => ({ node, epoch }) },
        },
        MISSED: { guard: 'chosenIsSilent', target: 'choosing', actions: ['mourn', 'forgetName'] },
        ANSWERED: { guard: 'chosenWasReborn', target: 'choosing', actions: ['mourn', 'forgetName'] },
      },
    },
    repointing: {
      entry: ['newRound', { type: 'repointOthers', params: ({ context: { master, epoch } }) => ({ master, epoch }) }],
      always: { guard: 'noneIsLeft', target: 'rerouting' },
      on: {
        REPOINTED: [{ guard: 'isLastCandidate', target: 'rerouting' }, { actions: 'countAnswer' }],
      },
      after: { patience: 'rerouting' },
    },
    rerouting: {
      entry: { type: 'reroute', params: ({ context }) => ({ master: context.master }) },
      on: { REROUTED: { target: 'done', actions: 'conclude' } },
    },
    done: {
      on: {
        ANSWERED: { guard: 'masterAnswers', target: 'watching' },
        MISSED: { guard: 'masterIsSilent', target: 'suspecting' },
        PROMOTE: { target: 'choosing', actions: { type: 'name', params: ({ event }) => event.node } },
      },
    },
    failed: {
      entry: 'forgetName',
      on: {
        // It tries again when there is somebody to try with.
        ANSWERED: [
          { guard: 'masterAnswers', target: 'watching', actions: 'standDown' },
          { guard: 'candidateAnswers', target: 'suspecting' },
        ],
        PROMOTE: { target: 'choosing', actions: { type: 'name', params: ({ event }) => event.node } },
      },
    },
  },
})
