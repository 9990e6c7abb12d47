/** A walkthrough by its address: begun, gone on with where one was, or returned to from the lab. */
import { fetchWalkthrough } from '../../lessons/index.ts'
import { learning } from '../../words/index.ts'
import type { Live } from '../live/live.ts'
import { notify, page } from '../page/page.ts'
import { presenting } from '../present/presenting.ts'
import { watch } from '../present/watching.ts'
import type { LessonRoute } from '../route/route.ts'
import { forkedFrom } from './fork.ts'
import { host, tell, tellPageAgain, useLesson } from './lesson.ts'
import { keptProgress } from './progress.ts'

let turns = 0

/** `said`: what the address says of how far one is. */
export async function openLesson(
  live: Live,
  { lesson: id, step, as }: LessonRoute,
  said: string | null,
): Promise<void> {
  turns += 1
  const turn = turns
  watch(as === 'presenter' ? id : null)
  const switched = presenting.isOn() !== (as === 'present')
  if (as === 'present') presenting.begin(id)
  else presenting.end()
  if (as === 'presenter') return
  const moment = forkedFrom(id)
  page.set({ left: null })
  const { playing } = useLesson.getState()
  if (playing?.lesson.id === id && step !== null) {
    // To a room and back from it nothing else changes: neither the moment nor what is under way.
    if (switched && step === playing.at + 1 && !moment) tellPageAgain()
    else if (moment && step === playing.at + 1) tell({ is: 'return', moment })
    else tell({ is: 'open', step: step - 1 })
    return
  }
  let missing = false
  const lesson = await fetchWalkthrough(id).catch(() => {
    missing = true
    return undefined
  })
  if (turn !== turns || page.get().where !== 'learn') return
  if (!lesson) {
    location.hash = '#/'
    // Opening the first page clears what was said before.
    setTimeout(() => notify(missing ? learning.unfetched : learning.unknown))
    return
  }
  const { at, answers } = keptProgress(lesson, said)
  host(live, lesson, answers)
  tell({ is: 'open', step: step === null ? at : step - 1 })
}
