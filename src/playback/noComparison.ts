// In place of the comparison where there is one branch alone: in the figure for articles.
import type { Comparison } from './comparison.ts'
import type { Quiet } from './pace.ts'

class Nothing implements Pick<Comparison, 'follow' | 'isOver' | 'measured' | 'quiet' | 'returnTo' | 'update'> {
  readonly lookahead = { reset: (): void => {} }
  readonly isOver = true
  follow = (): true => true
  returnTo(): void {}
  quiet = (stretch: Quiet | null): Quiet | null => stretch
  measured = (): null => null
  update = (): null => null
}

export { Nothing as Comparison }
