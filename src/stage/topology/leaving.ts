import type { Fact } from '../../engine/index.ts'
import { type Instant, stands } from './effect.ts'

export const LEAVE_MS = 200

/** Nodes taken out so short a time ago that their place is still kept. */
export const leaving = (at: Pick<Instant, 'frame' | 'time' | 'view'>): Fact[] =>
  at.view.reducedMotion ? [] : at.frame.recent.filter((f) => f.kind === 'slave-removed' && stands(at, f.t, LEAVE_MS))
