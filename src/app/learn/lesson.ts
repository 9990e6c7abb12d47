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
import { isTouched } from '../page/touched.ts'
import { presenting } from '../present/presenting.ts'
import { createTalkingDeck, type Player, type TalkingDeck } from '../present/talkingDeck.ts'
import { keepProgress } from './progress.ts'

/** Null: none is on the page. */
export const useLesson = create<{ playing: Playing | null }>(() => ({ playing: null }))

let guide: Guide | null = null
let letGo: (() => void) | null = null
let deck: TalkingDeck | null = null

/** Puts a walkthrough on the page. The first that must happen to it is that a step is opened. */
export function host(live: Live, lesson: Walkthrough, answers: Playing['answers']): void {
  guide?.close()
  letGo?.()
  deck?.close()
  const { lab, onUpdate } = live
  const player: Player = {
    do(command) {
      live.do(command)
      // What would play by itself waits for a first key or press.
      if (command.do === 'play-until' && !command.atOnce && !isTouched()) live.do({ do: 'pause' })
    },
    ...{ ask: lab.ask, onUpdate },
  }
  deck = createTalkingDeck(player, presenting.isOn, () => presenting.get().stops)
  guide = createGuide(deck, lesson, hear, (sentence) => notify(sentence), answers)
  useLesson.setState({ playing: guide.state })
  letGo = live.onPanels(() => {
    if (isOnPage()) guide?.look()
  })
}

/** Whether the run stops at what is worth talking about has changed. */
export const stopsChanged = (): void => deck?.changed()

/** The page has forgotten what it knew of the walkthrough on it; that goes on where it is. */
export function tellPageAgain(): void {
  const { playing } = useLesson.getState()
  if (playing === null) return
  publish(playing)
  keepProgress(playing)
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
  // Who was picked in one step is nobody in particular in the next.
  if (before !== null && before.at !== playing.at) page.set({ selection: null })
  if (before?.phase !== playing.phase || before.at !== playing.at || before.failed !== playing.failed) {
    keepProgress(playing)
    // The heading of a new step has the focus, and speaks for itself.
    const said = saidOf(playing)
    if (said !== '') page.set({ said: { text: said } })
  }
  // A room stays and looks at the end; a learner goes on.
  if (playing.phase === 'done' && before?.phase !== 'done' && !presenting.isOn()) location.hash = '#/'
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
      step: step?.id ?? '',
      steps: lesson.steps.map((one) => one.id),
      allow: acts ? (step?.allow ?? []) : [],
      asks,
      focus: acts || asks ? (step?.focus ?? []) : [],
      options: phase === 'ask' ? (step?.predict?.options.map(({ id }) => id) ?? []) : [],
      chosen,
      mayGoOn: mayGoOn(playing),
      mayGoBack: at > 0 || phase === 'done',
      mayShow: phase === 'ask' || (phase === 'do' && step?.gate.is === 'state'),
      isOver: phase === 'done',
      tell,
    },
  })
}
