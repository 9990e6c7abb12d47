/**
 * What the failover manager knows, hears, asks for and decides by; its states stand in `failoverManager.ts`, and by
 * group in the files that are named after it; what several states answer alike stands in `failoverTurns.ts`.
 */
import { assign, setup } from 'xstate'
import type { MonitorSettings } from '../settings/index.ts'
import { type Heard, shared } from './intents.ts'

/** What it sees whenever it hears something. */
interface Sight {
  /** Nodes besides the master. */
  others: number
  /** MISSED: slaves that say to get nothing any more from the one that was missed, itself a slave. */
  orphans: number
  /** ANSWERED: whom the node should copy from instead; -1 = it is right as it is. */
  proper: number
  /** Is it the one that looks after everybody? */
  tends: boolean
  /** How long leases that it has given may still last. */
  leaseUs: number
}

type Event = Heard &
  Sight &
  (
    | { type: 'MISSED'; node: number; count: number }
    | { type: 'ANSWERED'; node: number; life: number; role: string; upstream: number; epoch: number }
    | { type: 'REPORT'; node: number; replicating: boolean; upstream: number; received: number; life: number }
    | { type: 'CANDIDATE'; node: number; received: number; life: number; upstream: number }
    | { type: 'WEIGHED'; chosen: number; life: number; candidates: number; undecided: boolean; ruled: string }
    | { type: 'DRAINED'; node: number }
    | { type: 'UNDRAINED'; node: number }
    | { type: 'PROMOTED'; node: number; epoch: number }
    | { type: 'REPOINTED'; node: number }
    | { type: 'REROUTED' }
    /** Taken out of service. */
    | { type: 'LEFT'; node: number }
    /** Somebody names the new master. */
    | { type: 'PROMOTE'; node: number }
    /** Too few of the other monitors gave it their votes. */
    | { type: 'NOT_ELECTED' }
    /** Somebody names it while the old one is well. */
    | { type: 'SWITCHOVER'; node: number }
    /** The master takes no more writes, and nothing is under way: its log ends here. */
    | { type: 'QUIET'; node: number; end: number }
    | { type: 'CAUGHT_UP'; node: number }
    /** A setting changed. */
    | { type: 'REVIEW' }
    /** The other monitors want this one to act. */
    | { type: 'ELECTED'; epoch: number }
  )

interface Context {
  s: MonitorSettings
  /** Node number of the master as far as it knows, and of the one before. */
  master: number
  former: number
  /** Newest epoch that it knows to have begun, and the highest number that it has handed out. */
  epoch: number
  promised: number
  /** Answers that came in, and how many are worth waiting for, in the round under way. */
  answers: number
  expected: number
  /** Named by somebody; -1 = nobody. */
  named: number
  chosen: number
  chosenLife: number
  /** When it was chosen. */
  chosenAt: number
  /** Who has to be fenced before anybody is chosen. */
  suspect: number
  /** Switchover: where the log of the old master ends. */
  end: number
  /** When the last failover was done; -1 = never. */
  doneAt: number
  /** Has a chosen candidate died in this failover? */
  bereft: boolean
  /** Did it fail because the relay log of the chosen one was not empty? */
  undrained: boolean
  /** Is the old master alive and makes room? */
  switching: boolean
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
    /** `former`: a master that has made room and now follows, too; -1 = none. */
    repointOthers: (_, _what: { master: number; former: number; epoch: number }) => {},
    repointOne: (_, _what: { node: number; upstream: number; epoch: number }) => {},
    /** Point the orphans of a node in the middle to the master. */
    adopt: (_, _what: { node: number; master: number; epoch: number }) => {},
    reroute: (_, _what: { master: number }) => {},
    conclude: (_, _how: { switching: boolean }) => {},
    beginFence: (_, _what: { node: number; leaseUs: number }) => {},
    finishFence: (_, _what: { node: number }) => {},
    /** Nothing may be done, and why; `us`: for how long at least. */
    block: (_, _why: { reason: string; us: number }) => {},
    /** A former master that answers again is taken back into service. */
    takeBack: (_, _what: { node: number; master: number; epoch: number }) => {},
    /** A master that is read-only and may write. */
    giveWrites: (_, _what: { node: number }) => {},
    askReadOnly: (_, _what: { node: number }) => {},
    awaitTarget: (_, _what: { node: number; to: number }) => {},
    declineSwitch: (_, _what: { node: number }) => {},
    /** The switchover comes to nothing: the old master writes again. */
    giveBack: (_, _why: { reason: string; node: number }) => {},
    /** The switchover comes to nothing, and something else follows. */
    giveUpSwitch: (_, _why: { reason: string; node: number }) => {},
    fail: (_, _why: { reason: string }) => {},
    /** Watch the master that another monitor has made. */
    follow: (_, _whom: { master: number }) => {},
    newRound: assign({ answers: 0 }),
    countAnswer: assign({ answers: ({ context }) => context.answers + 1 }),
    name: assign({ named: (_, node: number) => node }),
    nameForSwitch: assign({ named: (_, node: number) => node, switching: true }),
    forgetName: assign({ named: -1, switching: false }),
    markEnd: assign({ end: (_, end: number) => end }),
    aim: assign({ suspect: (_, node: number) => node }),
    blame: assign({ undrained: true }),
    forgive: assign({ undrained: false }),
    rest: assign({ doneAt: ({ event }) => event.now, switching: false }),
    settleOnMaster: assign({
      chosen: ({ context }) => context.master,
      chosenAt: ({ event }) => event.now,
      promised: ({ context }) => context.promised + 1,
      named: -1,
      switching: false,
    }),
    settleOn: assign({
      chosen: (_, p: { chosen: number; life: number; candidates: number }) => p.chosen,
      chosenLife: (_, p) => p.life,
      chosenAt: ({ event }) => event.now,
      expected: ({ context }, p) => p.candidates - (context.switching ? 0 : 1),
      promised: ({ context }) => context.promised + 1,
    }),
    mourn: assign({ bereft: true, suspect: ({ context }) => context.chosen }),
    doubt: assign({ doubting: true }),
    trust: assign({ doubting: false }),
    /** Epochs that it hands out from now on are newer than its election. */
    rise: assign({ promised: ({ context }, epoch: number) => Math.max(context.promised, epoch - 1) }),
    crown: assign({
      promised: ({ context }, p: { node: number; epoch: number }) => Math.max(context.promised, p.epoch),
      former: ({ context }) => context.master,
      master: (_, p) => p.node,
      epoch: (_, p) => p.epoch,
      named: -1,
      bereft: false,
      undrained: false,
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
      event.type === 'ANSWERED' &&
      event.node !== context.master &&
      event.role !== 'fenced' &&
      event.role !== 'rewinding' &&
      !context.undrained,
    /** A former master that knows so, and nobody has said what is to become of it. */
    mayComeBack: ({ context, event }) =>
      event.type === 'ANSWERED' && event.role === 'fenced' && event.tends && context.s.oldMaster !== 'leave',
    wasUndrained: ({ context }) => context.undrained,
    /** A slave that was away when they were asked: whoever was asked is a candidate by now. */
    newcomerAnswers: ({ context, event }) =>
      event.type === 'ANSWERED' && event.node !== context.master && event.role === 'slave',
    masterAnswers: ({ context, event }) => event.type === 'ANSWERED' && event.node === context.master,
    /** It has taken over although the monitor gave it up: its answers were lost on the way, and it still was promoted. */
    leadsAlready: ({ context, event }) =>
      event.type === 'ANSWERED' && event.role === 'master' && event.epoch > context.epoch,
    votes: ({ context }) => context.s.votes,
    /** Others keep the lease of the old master alive. */
    mustBeElected: ({ context }) => context.s.votes && context.s.fence === 'lease',
    /** Somebody else's failover is done. The new master may wait for a lease that a majority has to give. */
    learns: ({ context, event }) =>
      context.s.votes &&
      event.type === 'ANSWERED' &&
      (event.role === 'master' || event.role === 'readOnly') &&
      event.epoch > context.epoch,
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
    isRuledOut: ({ event }) => event.type === 'WEIGHED' && event.ruled !== '',
    isTooSoon: ({ context, event }) => context.doneAt >= 0 && event.now < context.doneAt + context.s.antiFlapUs,
    needsFence: ({ context }) => context.s.fence !== 'none',
    /** It was only out of reach, and nobody has asked for another. */
    suspectAnswers: ({ context, event }) =>
      event.type === 'ANSWERED' &&
      event.node === context.master &&
      context.suspect === context.master &&
      context.named < 0,
    isSwitching: ({ context }) => context.switching,
    isNotMaster: ({ context, event }) => event.type === 'SWITCHOVER' && event.node !== context.master,
    isMaster: ({ context, event }) => event.type === 'QUIET' && event.node === context.master,
    isNamed: ({ context, event }) => event.type === 'CAUGHT_UP' && event.node === context.named,
    namedAnswers: ({ context, event }) => event.type === 'ANSWERED' && event.node === context.named,
    namedIsSilent: ({ context, event }) =>
      event.type === 'MISSED' && event.node === context.named && event.count >= context.s.misses,
    namedHasLeft: ({ context, event }) => event.type === 'LEFT' && event.node === context.named,
    masterIsReadOnly: ({ context, event }) =>
      event.type === 'ANSWERED' && event.node === context.master && event.role === 'readOnly' && event.tends,
    chosenLeads: ({ context, event }) =>
      event.type === 'ANSWERED' &&
      event.node === context.chosen &&
      event.role === 'master' &&
      event.epoch > context.epoch,
    isBereft: ({ context }) => context.bereft,
    isChosen: ({ context, event }) =>
      (event.type === 'DRAINED' || event.type === 'UNDRAINED' || event.type === 'PROMOTED') &&
      event.node === context.chosen,
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
    chosenIsSilentInSwitch: ({ context, event }) =>
      context.switching && event.type === 'MISSED' && event.node === context.chosen && event.count >= context.s.misses,
    chosenHasLeftInSwitch: ({ context, event }) =>
      context.switching && event.type === 'LEFT' && event.node === context.chosen,
    chosenWasRebornInSwitch: ({ context, event }) =>
      context.switching &&
      event.type === 'ANSWERED' &&
      event.node === context.chosen &&
      event.life !== context.chosenLife,
  },
  delays: {
    patience: ({ context }) => context.s.probeTimeoutUs,
    antiFlap: ({ context, event }) => Math.max(1, context.doneAt + context.s.antiFlapUs - event.now),
    fence: ({ context, event }) =>
      context.s.fence === 'lease' ? Math.max(1, event.leaseUs) : Math.max(1, context.s.fenceUs),
    catchUp: ({ context }) => context.s.catchUpUs,
  },
})
