/** The page around the figure: what its address asked for, and the figure itself, once it is there. */
import type { Figure } from './figure.ts'
import type { Shown, Wanted } from './shown.ts'

export interface Address {
  wanted: Wanted
  /** In place of what is wanted. */
  shown?: Shown | undefined
  /** By which a host calls this figure, '' = by nothing. */
  id: string
  /** The only origin that may command all; null = everybody may play, and nobody may change the run. */
  origin: string | null
  lock: 'none' | 'params' | 'faults' | 'predict' | 'all'
  /** For the author, one sentence each. */
  warnings: string[]
  /** What it asks of a figure that is there. */
  apply(figure: Figure): void
  /** Its host has said hello, and so agrees to what plays by itself while it is seen. */
  agreed(figure: Figure): void
}

export interface Page {
  readonly main: HTMLElement
  readonly address: Address
  readonly figure: Figure | null
  /** Why there is none, '' = it is there or on its way. */
  readonly problem: string
  /** Is called when there is a figure, or a problem in its place, and at once if there is one already. */
  on(listener: () => void): void
}
