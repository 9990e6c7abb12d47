/** How far one is in a walkthrough: kept by the browser, or in the address where it keeps nothing. */
import {
  answersIn,
  decodeProgress,
  encodeProgress,
  type Playing,
  progressOf,
  type Walkthrough,
} from '../../lessons/index.ts'
import { keep, kept } from '../page/storage.ts'
import { presenting } from '../present/presenting.ts'

const nameOf = (id: string) => `walkthrough.${id}`

/** What is known of an earlier visit: in the address, or kept. */
export function keptProgress(lesson: Walkthrough, said: string | null): { at: number; answers: Playing['answers'] } {
  const known = decodeProgress(said ?? kept(nameOf(lesson.id)) ?? '')
  if (known?.id !== lesson.id) return { at: 0, answers: {} }
  const { step } = known
  return { at: step < lesson.steps.length ? step : 0, answers: answersIn(known, lesson) }
}

/** Called at every step; the address always says which one it is. */
export function keepProgress(playing: Playing): void {
  const { lesson, at, phase } = playing
  const progress = progressOf(playing)
  // Past the last step nothing is left to go on with; the card says so.
  const token = encodeProgress({ ...progress, step: phase === 'done' ? lesson.steps.length : at })
  const isKept = keep(nameOf(lesson.id), token)
  if (phase === 'enter' || phase === 'done') return
  const address = `#/${presenting.isOn() ? 'present' : 'learn'}/${lesson.id}/${at + 1}${isKept ? '' : `?p=${token}`}`
  if (location.hash !== address) history.replaceState(null, '', address)
}
