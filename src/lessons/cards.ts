/** What stands on the cards of walkthroughs. The build puts the finished list in this place, without the walkthroughs. */
import { everyWalkthrough } from './all.ts'
import type { Walkthrough } from './walkthrough.ts'

export type Card = Pick<Walkthrough, 'id' | 'number' | 'date' | 'title' | 'minutes' | 'belief' | 'pictogram'> & {
  /** How many. */
  readonly steps: number
}

export const walkthroughs: readonly Card[] = everyWalkthrough.map(
  ({ id, number, date, title, minutes, belief, pictogram, steps }): Card => ({
    ...{ id, number, ...(date !== undefined && { date }), title, minutes, belief, pictogram },
    steps: steps.length,
  }),
)
