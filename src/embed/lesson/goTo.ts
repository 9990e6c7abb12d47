/** A host's command: to a step of the walkthrough that is shown, or of another one. */
import { figureAnswers } from '../../words/index.ts'
import type { Figure } from '../figure.ts'
import { lessonAsked } from './asked.ts'
import { begin, type Manner } from './onFigure.ts'

/** Undefined: it is done. Otherwise one sentence, and nothing has changed. */
export async function goTo(
  figure: Figure,
  { walkthrough, step }: { walkthrough: string; step: number },
  lock: Manner['lock'],
): Promise<string | undefined> {
  const outside = figureAnswers.noSuchStep(walkthrough, step)
  const went = figure.lesson ? figure.lesson.open(walkthrough, step) : 'another'
  if (went !== 'another') return went === 'there' ? undefined : outside
  const warnings: string[] = []
  const asked = await lessonAsked(walkthrough, step, null, (sentence) => warnings.push(sentence))
  if (!asked) return figureAnswers.noSuchWalkthrough(walkthrough)
  if (warnings.length > 0) return outside
  figure.open(asked.shown)
  begin(figure, asked, { lock, atOnce: false, touched: true })
  return undefined
}
