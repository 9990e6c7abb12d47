/** What stands in the card for one phase of a step. */
import type { Happening, Playing } from '../../lessons/index.ts'

export interface Piece {
  readonly nodes: readonly Node[]
  /** Called with every state of that phase, and once at once. */
  update?(playing: Playing): void
  /** It is no longer shown. */
  stop?(): void
}

export type Tell = (happening: Happening) => void
