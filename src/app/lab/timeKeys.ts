/** Keys of a focused playhead: arrows step, with Shift (or Page) they go to milestones, Home and End to the ends. */
import { perform } from '../actions/index.ts'
import type { Live } from '../live/live.ts'

const STEPS: Record<string, [string, string]> = {
  ArrowRight: ['step', 'next-milestone'],
  ArrowUp: ['step', 'next-milestone'],
  ArrowLeft: ['step-back', 'previous-milestone'],
  ArrowDown: ['step-back', 'previous-milestone'],
  PageUp: ['next-milestone', 'next-milestone'],
  PageDown: ['previous-milestone', 'previous-milestone'],
  Home: ['start', 'start'],
  End: ['latest', 'latest'],
}

/** Was it one of these keys? */
export function timeKeys(live: Live, key: string, shift: boolean): boolean {
  const action = STEPS[key]?.[shift ? 1 : 0]
  if (action) perform(live, action)
  return action !== undefined
}
