/**
 * What the monitor answers alike in several of its states: whatever it is at, the master may answer after all, somebody may
 * have taken over already, and somebody may name the next master. Each is one turn here, from the state that it is found in.
 */
interface Knows {
  context: { master: number }
}
interface Leading {
  event: { node: number; epoch: number }
}
interface Naming {
  event: { node: number }
}

const crown = {
  type: 'crown',
  params: ({ event: { node, epoch } }: Leading) => ({ node, epoch }),
} as const

/** The other monitors need not agree on anything any more. */
export const tellUp = { type: 'tell', params: { to: 'voter', event: { type: 'UP' } } } as const

export const dropSuspicion = {
  type: 'noteAbout',
  params: ({ context }: Knows) => ({ kind: 'suspicion-dropped', node: context.master, reason: 'answered' }) as const,
} as const

/** The master that was given up has to be fenced first. */
export const aimAtMaster = { type: 'aim', params: ({ context }: Knows) => context.master } as const

/** Somebody leads with a newer epoch that this monitor has handed out: what is left to do follows from that. */
export const takenOver = { guard: 'leadsAlready', target: '#failoverManager.repointing', actions: crown } as const

/** The chosen one says that it leads. */
export const promoted = { guard: 'isChosen', target: 'repointing', actions: crown } as const
export const takenOverUnheard = { guard: 'chosenLeads', target: 'repointing', actions: crown } as const

/** Another monitor has done the work: this one watches the new master. */
export const doneElsewhere = {
  guard: 'learns',
  target: 'watching',
  actions: [crown, { type: 'follow', params: ({ event }: Naming) => ({ master: event.node }) }, 'rest', tellUp],
} as const

const name = { type: 'name', params: ({ event }: Naming) => event.node } as const

/** Somebody names the next master, and there is no more to find out. */
export const promotedByHand = [
  { guard: 'mustBeElected', target: 'standing', actions: name },
  { target: 'fencing', actions: [name, aimAtMaster] },
] as const
export const promotedByHandAfterAll = [
  { guard: 'mustBeElected', target: 'standing', actions: ['forgive', name] },
  { target: 'fencing', actions: ['forgive', name, aimAtMaster] },
] as const
/** Somebody else is named while votes are still asked for. */
export const nameAnother = { actions: name } as const
export const chosenByHand = { target: 'choosing.weighing', actions: name } as const

/** Somebody names it while the old one is well. */
export const switchedByHand = {
  guard: 'isNotMaster',
  target: 'switchingOver',
  actions: { type: 'nameForSwitch', params: ({ event }: Naming) => event.node },
} as const
