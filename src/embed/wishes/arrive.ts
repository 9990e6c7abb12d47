/**
 * Goes to a moment that only the run knows: its third milestone, its 42nd step. That is counted from the start, a slice of
 * work at a time, and while it lasts a progress bar stands where the picture will be. Nothing is animated.
 */
import { figureWords } from '../../words/index.ts'
import type { Moment } from '../address/moment.ts'
import type { Figure } from '../figure.ts'

/** Milliseconds of work before the browser may do something else. */
const SLICE_MS = 12

/** When that moment is, in microseconds; the figure stands there then. `exact` is false where the run has no such moment. */
export async function find(figure: Figure, moment: Moment): Promise<{ t: number; exact: boolean }> {
  const { lab } = figure
  const time = () => lab.latest!.transport.time
  await lab.settled()
  if ('us' in moment) {
    lab.do({ do: 'seek', t: moment.us })
    return { t: time(), exact: time() === moment.us }
  }
  const count = 'milestone' in moment ? moment.milestone : moment.event
  const move = 'milestone' in moment ? 'next-milestone' : 'step'
  const bar = progress(figure, count)
  lab.do({ do: 'reset' })
  let exact = true
  let slice = performance.now()
  for (let done = 0; done < count && exact; done++) {
    const before = time()
    // Several milestones of one instant are one stop.
    lab.do({ do: move })
    exact = time() > before
    if (performance.now() - slice < SLICE_MS) continue
    bar.value = done
    await new Promise((go) => setTimeout(go))
    slice = performance.now()
  }
  bar.remove()
  return { t: time(), exact }
}

/** Goes there; false where the run has no such moment, and then to the last one before it. */
export async function arrive(figure: Figure, moment: Moment): Promise<boolean> {
  figure.svg.style.visibility = 'hidden'
  const { exact } = await find(figure, moment)
  figure.svg.style.visibility = ''
  return exact
}

function progress({ svg }: Figure, max: number): HTMLProgressElement {
  const bar = document.createElement('progress')
  bar.max = max
  bar.setAttribute('aria-label', figureWords.arriving)
  svg.before(bar)
  return bar
}
