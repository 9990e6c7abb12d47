/** The monitor at rest, its suspicion, and what may keep it from acting on one. */
import { failoverSetup } from './failoverSetup.ts'

export const watching = failoverSetup.createStateConfig({
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
      {
        guard: 'masterIsReadOnly',
        actions: ['trust', { type: 'giveWrites', params: ({ context }) => ({ node: context.master }) }],
      },
      { guard: 'masterIsBack', actions: 'trust' },
      {
        guard: 'learns',
        target: 'watching',
        actions: [
          { type: 'crown', params: ({ event: { node, epoch } }) => ({ node, epoch }) },
          { type: 'follow', params: ({ event }) => ({ master: event.node }) },
          'rest',
          { type: 'tell', params: { to: 'voter', event: { type: 'UP' } } },
        ],
      },
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
      {
        guard: 'mayComeBack',
        actions: {
          type: 'takeBack',
          params: ({ context: { master, epoch }, event: { node } }) => ({ node, master, epoch }),
        },
      },
    ],
    PROMOTE: {
      target: 'fencing',
      actions: [
        { type: 'name', params: ({ event }) => event.node },
        { type: 'aim', params: ({ context }) => context.master },
      ],
    },
    SWITCHOVER: {
      guard: 'isNotMaster',
      target: 'switchingOver',
      actions: { type: 'nameForSwitch', params: ({ event }) => event.node },
    },
  },
})

export const suspecting = failoverSetup.createStateConfig({
  entry: { type: 'noteAbout', params: ({ context }) => ({ kind: 'suspected', node: context.master, reason: '' }) },
  after: { 1: [{ guard: 'votes', target: 'agreeing' }, { target: 'confirming' }] },
})

/** Of several monitors: it waits until it is elected, or somebody else has done the work. */
export const agreeing = failoverSetup.createStateConfig({
  entry: { type: 'tell', params: { to: 'voter', event: { type: 'DOWN' } } },
  on: {
    ELECTED: { target: 'confirming.decided', actions: { type: 'rise', params: ({ event }) => event.epoch } },
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
          { type: 'tell', params: { to: 'voter', event: { type: 'UP' } } },
        ],
      },
      {
        guard: 'learns',
        target: 'watching',
        actions: [
          { type: 'crown', params: ({ event: { node, epoch } }) => ({ node, epoch }) },
          { type: 'follow', params: ({ event }) => ({ master: event.node }) },
          'rest',
          { type: 'tell', params: { to: 'voter', event: { type: 'UP' } } },
        ],
      },
    ],
    PROMOTE: {
      target: 'fencing',
      actions: [
        { type: 'name', params: ({ event }) => event.node },
        { type: 'aim', params: ({ context }) => context.master },
      ],
    },
  },
})

export const confirming = failoverSetup.createStateConfig({
  initial: 'asking',
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
  },
  states: {
    asking: {
      entry: ['newRound', { type: 'askSlaves', params: ({ context }) => ({ master: context.master }) }],
      on: {
        REPORT: [
          { guard: 'isStillReplicating', target: '#failoverManager.watching' },
          {
            guard: 'isReplicating',
            target: '#failoverManager.watching',
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
          { guard: 'isLastSlave', target: 'confirmed' },
          { actions: 'countAnswer' },
        ],
      },
      after: {
        patience: [
          {
            guard: 'nobodyAnswered',
            target: '#failoverManager.failed',
            actions: { type: 'fail', params: { reason: 'no-candidate' } },
          },
          { target: 'confirmed' },
        ],
      },
    },
    // Left again at once: to act, or to wait until it may.
    confirmed: {
      entry: {
        type: 'noteAbout',
        params: ({ context }) => ({ kind: 'confirmed', node: context.master, reason: 'no-slave-sees-it' }),
      },
      always: 'decided',
    },
    decided: {
      always: [
        { guard: 'isTooSoon', target: '#failoverManager.blocked' },
        {
          target: '#failoverManager.fencing',
          actions: { type: 'aim', params: ({ context }) => context.master },
        },
      ],
    },
  },
})

/** It knows that the master is dead, and must not act (DOMAIN 3.3). Somebody may name a new master all the same. */
export const blocked = failoverSetup.createStateConfig({
  initial: 'tooSoon',
  on: {
    PROMOTE: {
      target: 'fencing',
      actions: [
        { type: 'name', params: ({ event }) => event.node },
        { type: 'aim', params: ({ context }) => context.master },
      ],
    },
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
          'standDown',
        ],
      },
      {
        guard: 'leadsAlready',
        target: 'repointing',
        actions: { type: 'crown', params: ({ event: { node, epoch } }) => ({ node, epoch }) },
      },
    ],
  },
  states: {
    // Orchestrator's RecoveryPeriodBlockSeconds. Then it asks the slaves again.
    tooSoon: {
      entry: {
        type: 'block',
        params: ({ context, event }) => ({
          reason: 'anti-flap',
          us: context.doneAt + context.s.antiFlapUs - event.now,
        }),
      },
      on: { REVIEW: '#failoverManager.confirming' },
      after: { antiFlap: '#failoverManager.confirming' },
    },
    // Only slaves are left that must not take over: until one is back that may, or the rules change.
    byRules: {
      on: {
        ANSWERED: { guard: 'newcomerAnswers', target: '#failoverManager.choosing' },
        REVIEW: '#failoverManager.choosing',
      },
    },
  },
})

export const done = failoverSetup.createStateConfig({
  on: {
    ANSWERED: { guard: 'masterAnswers', target: 'watching' },
    MISSED: { guard: 'masterIsSilent', target: 'suspecting' },
    PROMOTE: {
      target: 'fencing',
      actions: [
        { type: 'name', params: ({ event }) => event.node },
        { type: 'aim', params: ({ context }) => context.master },
      ],
    },
    SWITCHOVER: {
      guard: 'isNotMaster',
      target: 'switchingOver',
      actions: { type: 'nameForSwitch', params: ({ event }) => event.node },
    },
  },
})

export const failed = failoverSetup.createStateConfig({
  entry: 'forgetName',
  on: {
    // It tries again when there is somebody to try with.
    ANSWERED: [
      {
        guard: 'masterAnswers',
        target: 'watching',
        actions: ['standDown', 'forgive', { type: 'tell', params: { to: 'voter', event: { type: 'UP' } } }],
      },
      {
        guard: 'learns',
        target: 'watching',
        actions: [
          { type: 'crown', params: ({ event: { node, epoch } }) => ({ node, epoch }) },
          { type: 'follow', params: ({ event }) => ({ master: event.node }) },
          'rest',
          { type: 'tell', params: { to: 'voter', event: { type: 'UP' } } },
        ],
      },
      {
        guard: 'leadsAlready',
        target: 'repointing',
        actions: { type: 'crown', params: ({ event: { node, epoch } }) => ({ node, epoch }) },
      },
      { guard: 'candidateAnswers', target: 'suspecting' },
    ],
    // A relay log that was not empty is not tried again before somebody has done something about it.
    REVIEW: { guard: 'wasUndrained', target: 'suspecting', actions: 'forgive' },
    ELECTED: {
      target: 'fencing',
      actions: [
        { type: 'rise', params: ({ event }) => event.epoch },
        { type: 'aim', params: ({ context }) => context.master },
      ],
    },
    PROMOTE: {
      target: 'fencing',
      actions: [
        'forgive',
        { type: 'name', params: ({ event }) => event.node },
        { type: 'aim', params: ({ context }) => context.master },
      ],
    },
  },
})
