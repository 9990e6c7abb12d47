/** Which steps of a walkthrough a figure shows, and with which it begins. What there is not is told, and is as if unasked. */
import { addressWords } from '../../words/index.ts'

/** Indices of steps, counted from 0; `from` to `to` are shown. */
export interface Range {
  readonly from: number
  readonly to: number
  readonly at: number
}

/** `step` and `steps` count from 1, as addresses and messages do; null = not asked for. `of`: how many there are. */
export function rangeOf(
  of: number,
  step: number | null,
  steps: readonly [number, number] | null,
  warn: (sentence: string) => void,
): Range {
  if (steps !== null && steps[1] > of) warn(addressWords.noSuchSteps(steps.join('-'), of))
  const [from, to] = steps !== null && steps[1] <= of ? [steps[0] - 1, steps[1] - 1] : [0, of - 1]
  const at = step === null ? from : step - 1
  const isThere = at >= from && at <= to
  if (!isThere) warn(addressWords.noSuchStep(at + 1, from + 1, to + 1))
  return { from, to, at: isThere ? at : from }
}
