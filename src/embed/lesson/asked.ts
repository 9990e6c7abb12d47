/** A walkthrough by its name, as an address or a host asks for it: fetched, with the run that its first picture shows. */
import { fetchWalkthrough, patched, type Walkthrough } from '../../lessons/index.ts'
import { us } from '../../run/index.ts'
import { playWhole } from '../../worker/index.ts'
import type { Shown } from '../shown.ts'
import { type Range, rangeOf } from './range.ts'

export interface LessonAsked {
  readonly lesson: Walkthrough
  readonly range: Range
  /** Where "Open in lab" leads: to the step that is shown. */
  readonly place: { at: number }
  readonly shown: Shown
}

/** Null: there is no walkthrough of that name. Rejects where it cannot be fetched. */
export async function lessonAsked(
  id: string,
  step: number | null,
  steps: readonly [number, number] | null,
  warn: (sentence: string) => void,
): Promise<LessonAsked | null> {
  const lesson = await fetchWalkthrough(id)
  if (!lesson) return null
  playWhole()
  const range = rangeOf(lesson.steps.length, step, steps, warn)
  const place = { at: range.at }
  const labAt = () => `../../#/learn/${id}/${place.at + 1}`
  return { lesson, range, place, shown: { ...firstMoment(lesson, range.at), labAt } }
}

/** Where a step begins, or the last one before it that begins at a moment of its own. */
function firstMoment({ run, steps }: Walkthrough, at: number): Pick<Shown, 'run' | 't'> {
  const enter = steps
    .slice(0, at + 1)
    .flatMap(({ enter }) => (enter === 'here' ? [] : [enter]))
    .at(-1)
  return enter ? { run: patched(run, enter), t: us(enter.atMs) } : { run, t: 0 }
}
