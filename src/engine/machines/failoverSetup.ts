/**
 * What the failover manager knows, hears, asks for and decides by; its states stand in `failoverManager.ts`.
 */
import { assign, setup } from 'xstate'
import type { MonitorSettings } from '../settings.ts'
import { type Heard, shared } from './intents.ts'

/** What it sees whenever it hears something. */
interface Sight {
  /** Nodes besides the master. */
  others: number
  /** MISSED: slaves that say to get nothing any more from the one that was missed, itself a slave. */
  orphans: number
  /** ANSWERED: whom the node should copy from instead; -1 = it is right as it is. */
  proper: number
}

type Event = Heard &
  Sight &
  (
    | { type: 'MISSED'; node: number; count: number }
    | { type: 'ANSWERED'; node: number; life: number; role: string; upstream: number; epoch: number }
    | { type: 'REPORT'; node: number; replicating: boolean; upstream: number; received: number; life: number }
    | { type: 'CANDIDATE'; node: number; received: number; life: number; upstream: number }
    | { type: 'WEIGHED'; chosen: number; life: number; candidates: number; undecided: boolean }
    | { type: 'DRAINED'; node: number }
    | { type: 'PROMOTED'; node: number; epoch: number }
    | { type: 'REPOINTED'; node: number }
    | { type: 'REROUTED' }
    /** Taken out of service. */
    | { type: 'LEFT'; node: number }
    /** Somebody names the new master. */
    | { type: 'PROMOTE'; node: number }
  )

interface Context {
  s: MonitorSettings
  /** Node number of the master as far as it knows. */
  master: number
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
  /** When it was chosen. */
  chosenAt: number
  /** Has a chosen candidate died in this failover? */
  bereft: boolean
  /** Does the master not answer although its slaves copy from it? Then it asks them again, and says nothing new. */
  doubting: boolean
}

export const failoverSetup = setup({
  types: {
    context: {} as Context,
    events: {} as Event,
    input: {} as { s: MonitorSettings; master: number },
  },
  actions: {
    ...shared,
    noteAbout: (
      _,
      _what: { kind: 'suspected' | 'confirmed' | 'suspicion-dropped'; node: number; reason: string },
    ) => {},
    askSlaves: (_, _what: { master: number }) => {},
    confirmDown: (_, _what: { master: number }) => {},
    hearReport: (_, _what: { node: number; received: number; life: number; upstream: number }) => {},
    /** Judge every candidate, with a reason each; the result comes as WEIGHED. */
    weigh: (_, _what: { master: number; named: number }) => {},
    announce: (_, _what: { node: number }) => {},
    choose: (_, _what: { node: number; epoch: number }) => {},
    standDown: () => {},
    repointOthers: (_, _what: { master: number; epoch: number }) => {},
    repointOne: (_, _what: { node: number; upstream: number; epoch: number }) => {},
    /** Point the orphans of a node in the middle to the master. */
    adopt: (_, _what: { node: number; master: number; epoch: number }) => {},
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
      chosenAt: ({ event }) => event.now,
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
    isStillReplicating: ({ context, event }) =>
      context.doubting && event.type === 'REPORT' && event.replicating && event.upstream === context.master,
    /** Somebody who could take over. */
    candidateAnswers: ({ context, event }) =>
      event.type === 'ANSWERED' && event.node !== context.master && event.role !== 'fenced',
    /** A slave that was away when they were asked: whoever was asked is a candidate by now. */
    slaveAnswers: ({ context, event }) =>
      event.type === 'ANSWERED' && event.node !== context.master && event.role === 'slave',
    masterAnswers: ({ context, event }) => event.type === 'ANSWERED' && event.node === context.master,
    /** It has taken over although the monitor gave it up: its answers were lost on the way, and it still was promoted. */
    leadsAlready: ({ context, event }) =>
      event.type === 'ANSWERED' && event.role === 'master' && event.epoch > context.epoch,
    /** A slave that does not copy from where it should: it was away when the others were repointed. */
    isAstray: ({ event }) => event.type === 'ANSWERED' && event.proper >= 0,
    /** A slave that others copied from, in vain now (Orchestrator's DeadIntermediateMaster). */
    leavesOrphans: ({ context, event }) =>
      event.type === 'MISSED' &&
      event.node !== context.master &&
      event.orphans > 0 &&
      event.count % context.s.misses === 0,
    /** From the master, that is: slaves of slaves prove nothing. */
    isReplicating: ({ context, event }) =>
      event.type === 'REPORT' && event.replicating && event.upstream === context.master,
    isLastSlave: ({ context, event }) => context.answers + 1 >= event.others,
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
    /** It had time to hear that it was chosen, and has not. */
    chosenHasNotHeard: ({ context, event }) =>
      event.type === 'ANSWERED' &&
      event.node === context.chosen &&
      event.role === 'candidate' &&
      event.now > context.chosenAt + context.s.probeTimeoutUs,
    chosenHasLeft: ({ context, event }) => event.type === 'LEFT' && event.node === context.chosen,
    chosenWasReborn: ({ context, event }) =>
      event.type === 'ANSWERED' && event.node === context.chosen && event.life !== context.chosenLife,
  },
  delays: { patience: ({ context }) => context.s.probeTimeoutUs },
})
