/** What to ask about the coloured states of a run as a whole; those of its participants are in `whyOf.ts`. */
import type { FactKind, Frame } from '../../../engine/index.ts'
import { panels } from '../../../words/index.ts'

export interface Wondering {
  about: string
  kinds: readonly FactKind[]
  at?: string
}

const { about } = panels

export function whyGate({ mode }: Frame): Wondering | null {
  if (mode.gate === 'fallen-back') return { about: about.gate(mode.gate), kinds: ['gate-timed-out'] }
  if (mode.gate === 'blocked') return { about: about.gate(mode.gate), kinds: ['gate-blocked'] }
  if (mode.waiting > 0) return { about: about.gate('waiting'), kinds: ['entries-logged'] }
  return null
}

/** Writes that were promised: broken by a newer epoch, or hanging on nodes that cannot be reached. */
export const whyLost: Wondering = { about: about.lost, kinds: ['writes-lost'], at: 'run' }
export const whyDiscarded: Wondering = { about: about.discarded, kinds: ['write-discarded'] }
export const whyAtRisk: Wondering = { about: about.atRisk, kinds: ['killed', 'link-cut', 'link-stalled'] }
export const whyStale: Wondering = { about: about.stale, kinds: ['stale-read'] }
export const whyOwnMissing: Wondering = { about: about.ownMissing, kinds: ['own-write-missing'] }
export const whyWentBack: Wondering = { about: about.wentBack, kinds: ['read-went-back'] }
export const whyPhantom: Wondering = { about: about.phantoms, kinds: ['phantom-read'] }
