/**
 * What an expression is compiled in: who is there to be named, whether there is a run to look at again, and how its inner
 * expressions are compiled. The ways to make a term share it and know nothing of one another.
 */
import type { Fold } from './folds.ts'
import type { Cast } from './story.ts'
import type { Node } from './syntax.ts'
import type { Term } from './term.ts'

export interface Scope {
  readonly cast: Cast
  /** Is there a whole run to look at again, or one instant only? */
  readonly whole: boolean
  /** Every fold of the expression, inner ones first: the place of each is its number. */
  readonly folds: Fold[]
  readonly term: (node: Node) => Term
  /** The same where only a number, or only yes or no, makes sense. */
  readonly typed: (node: Node, type: 'number' | 'truth') => Term
}
