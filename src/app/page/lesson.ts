/**
 * What the rest of the page must know of the walkthrough on it: what may be done now, and where to tell what was done. All
 * else about it stays with the walkthrough's own page.
 */
import type { Allowed, Happening, OptionId } from '../../lessons/index.ts'

export interface Lesson {
  readonly id: string
  /** The step that is shown, and all of them, by their ids. */
  readonly step: string
  readonly steps: readonly string[]
  /** What the learner may do to the run now. */
  readonly allow: readonly Allowed[]
  /** A prediction waits: what lies ahead stays hidden, and time goes only back. */
  readonly asks: boolean
  /** Whom to look at; empty: everybody. */
  readonly focus: readonly string[]
  /** What can be answered now, by letter; and the one that is chosen. */
  readonly options: readonly OptionId[]
  readonly chosen: OptionId | null
  readonly mayGoOn: boolean
  readonly mayGoBack: boolean
  /** Can what is waited for be shown? */
  readonly mayShow: boolean
  /** Past the last step. */
  readonly isOver: boolean
  tell(happening: Happening): void
}
