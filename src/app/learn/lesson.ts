/**
 * The walkthrough on the page. The guide plays it; here it is given the page's run to play with, and the page is told what
 * it has come to.
 */
import { create } from 'zustand'
import {
  createGuide,
  type Guide,
  type Happening,
  mayGoOn,
  type Playing,
  saidOf,
  type Walkthrough,
} from '../../lessons/index.ts'
import type { Live } from '../live/live.ts'
import { notify, page } from '../page/page.ts'
import { keepProgress } from './progress.ts'

/** Null: none is on the page. */
export const useLesson = create<{ playing: Playing | null }>(() => ({ playing: null }))

let guide: Guide | null = null
let letGo: (() => void) | null = null

/** Puts a walkthrough on the page. The first that must happen to it is that a step is opened. */
export function host(live: Live, lesson: Walkthrough, answers: Playing['answers']): void {
  guide?.close()
  letGo?.()
  guide = createGuide({ do: live.do, ask: live.lab.ask }, lesson, hear, (sentence) => notify(sentence), answers)
  useLesson.setState({ playing: guide.state })
  letGo = live.onPanels(() => {
    if (isOnPage()) guide?.look()
  })
}

/** Something happened, mostly by the learner's hand. */
export function tell(happening: Happening): void {
  if (isOnPage()) guide?.happen(happening)
}

/** Not while one is in the lab, where the run is another one. */
const isOnPage = (): boolean => page.get().where === 'learn'

function hear(playing: Playing): void {
  const { playing: before } = useLesson.getState()
  useLesson.setState({ playing })
  publish(playing)
  if (before?.phase !== playing.phase || before.at !== playing.at) {
    keepProgress(playing)
    // The heading of a new step has the focus, and speaks for itself.
    const said = saidOf(playing)
    if (said !== '') page.set({ said: { text: said } })
  }
  if (playing.phase === 'done' && before?.phase !== 'done') location.hash = '#/'
}

/** What the rest of the page must know. */
function publish(playing: Playing): void {
  const { lesson, at, phase, chosen } = playing
  const step = lesson.steps[at]
  const asks = phase === 'ask' || phase === 'weigh' || phase === 'enter'
  const acts = phase === 'do' || phase === 'open'
  page.set({
    lesson: {
      id: lesson.id,
      allow: acts ? (step?.allow ?? []) : [],
      asks,
      focus: acts || asks ? (step?.focus ?? []) : [],
      options: phase === 'ask' ? (step?.predict?.options.map(({ id }) => id) ?? []) : [],
      chosen,
      mayGoOn: mayGoOn(playing),
      mayGoBack: at > 0,
      tell,
    },
  })
}
