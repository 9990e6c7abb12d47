/**
 * Decides whether the master is dead and who takes over (DOMAIN 3.1 holistic, 3.3): missed probes make it suspect;
 * it then asks the slaves, and only when none of them still copies from the master is it confirmed. Then: choose,
 * let the chosen one empty its relay log, promote, point its siblings to it, reroute the clients. Simplified: one
 * monitor, which never fails itself; it does not stop the old master by force but fences it by the epoch.
 */
import { failoverSetup } from './failoverSetup.ts'

export const failoverManager = failoverSetup.createMachine({
  id: 'failoverManager',
  context: ({ input }) => ({
    s: input.s,
    master: input.master,
    epoch: 1,
    promised: 1,
    answers: 0,
    expected: 0,
    named: -1,
    chosen: -1,
    chosenLife: 0,
    chosenAt: 0,
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
          {
            guard: 'leavesOrphans',
            actions: {
              type: 'adopt',
              params: ({ context: { master, epoch }, event }) => ({ node: event.node, master, epoch }),
            },
          },
        ],
        ANSWERED: [
          { guard: 'masterIsBack', actions: 'trust' },
          {
            guard: 'leadsAlready',
            target: 'repointing',
            actions: { type: 'crown', params: ({ event: { node, epoch } }) => ({ node, epoch }) },
          },
          {
            guard: 'isAstray',
            actions: {
              type: 'repointOne',
              params: ({ context: { epoch }, event: { node, proper } }) => ({ node, upstream: proper, epoch }),
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
        ANSWERED: [
          {
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
          {
            guard: 'leadsAlready',
            target: 'repointing',
            actions: { type: 'crown', params: ({ event: { node, epoch } }) => ({ node, epoch }) },
          },
        ],
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
            params: ({ event: { node, received, life, upstream } }) => ({ node, received, life, upstream }),
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
                  params: ({ event: { node, received, life, upstream } }) => ({ node, received, life, upstream }),
                },
              },
              {
                actions: [
                  {
                    type: 'hearReport',
                    params: ({ event: { node, received, life, upstream } }) => ({ node, received, life, upstream }),
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
          {
            guard: 'leadsAlready',
            target: 'repointing',
            actions: { type: 'crown', params: ({ event: { node, epoch } }) => ({ node, epoch }) },
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
        ANSWERED: [
          {
            guard: 'leadsAlready',
            target: 'repointing',
            actions: { type: 'crown', params: ({ event: { node, epoch } }) => ({ node, epoch }) },
          },
          { guard: 'chosenWasReborn', target: 'choosing', actions: ['mourn', 'forgetName'] },
          {
            guard: 'chosenHasNotHeard',
            actions: {
              type: 'choose',
              params: ({ context: { chosen, promised } }) => ({ node: chosen, epoch: promised }),
            },
          },
        ],
        LEFT: { guard: 'chosenHasLeft', target: 'choosing', actions: ['mourn', 'forgetName'] },
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
        ANSWERED: [
          {
            guard: 'leadsAlready',
            target: 'repointing',
            actions: { type: 'crown', params: ({ event: { node, epoch } }) => ({ node, epoch }) },
          },
          { guard: 'chosenWasReborn', target: 'choosing', actions: ['mourn', 'forgetName'] },
        ],
        LEFT: { guard: 'chosenHasLeft', target: 'choosing', actions: ['mourn', 'forgetName'] },
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
          {
            guard: 'leadsAlready',
            target: 'repointing',
            actions: { type: 'crown', params: ({ event: { node, epoch } }) => ({ node, epoch }) },
          },
          { guard: 'candidateAnswers', target: 'suspecting' },
        ],
        PROMOTE: { target: 'choosing', actions: { type: 'name', params: ({ event }) => event.node } },
      },
    },
  },
})
