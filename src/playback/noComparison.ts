// In place of the comparison where there is one branch alone: in the figure for articles, unless a walkthrough brings the
// real one (`whole.ts`).
import type { Comparison } from './comparison.ts'
import type { Quiet } from './pace.ts'

/** What the playback asks of it. */
interface Shown extends Pick<Comparison, 'follow' | 'isOver' | 'measured' | 'quiet' | 'returnTo' | 'update'> {
  readonly lookahead: { reset(): void }
}
type Made = new (...parts: ConstructorParameters<typeof Comparison>) => Shown

class Nothing implements Shown {
  readonly lookahead = { reset: (): void => {} }
  readonly isOver = true
  follow = (): true => true
  returnTo(): void {}
  quiet = (stretch: Quiet | null): Quiet | null => stretch
  measured = (): null => null
  update = (): null => null
}

let Made: Made = Nothing

/** Every run that is loaded from now on is compared by this. */
export const bringComparison = (real: Made): void => {
  Made = real
}

export { Made as Comparison }
