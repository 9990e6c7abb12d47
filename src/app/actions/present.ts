/** Presenting a walkthrough to a room: going on as a presenter remote does, the hands of the class, the screen itself. */
import type { OptionId } from '../../lessons/index.ts'
import { presenting as words } from '../../words/index.ts'
import type { Lesson } from '../page/lesson.ts'
import { notify, page } from '../page/page.ts'
import { leading, raised } from '../present/hands.ts'
import { awayFrom, handsAt, presenting, setHands } from '../present/presenting.ts'
import type { UserAction } from './action.ts'

interface Doing {
  id: string
  label: () => string
  keys: string[]
  /** Absent: always, while it is presented. */
  applies?(lesson: Lesson): boolean
  run(lesson: Lesson): void
}

const LETTERS = ['a', 'b', 'c', 'd'] as const

const said = (text: string) => page.set({ said: { text } })

function raise({ id, step }: Lesson, option: OptionId, by: 1 | -1): void {
  const hands = raised(handsAt(id, step), option, by)
  setHands(id, step, hands)
  presenting.set({ tied: [] })
  said(words.heard(option.toUpperCase(), hands[option] ?? 0))
}

/** What the class thinks is played first; of several that are tied, the one that is then chosen. */
function reveal(lesson: Lesson): void {
  const first = leading(handsAt(lesson.id, lesson.step), lesson.options)
  if (first.length === 0) lesson.tell({ is: 'show-me' })
  else if (first.length === 1) lockIn(lesson, first[0]!)
  else {
    presenting.set({ tied: first })
    said(words.tied(first))
  }
}

function lockIn({ tell }: Lesson, option: OptionId): void {
  presenting.set({ tied: [] })
  tell({ is: 'choose', option })
  tell({ is: 'lock' })
}

function blacken(): void {
  const black = !presenting.get().black
  presenting.set({ black })
  said(black ? words.isBlack : words.isShown)
}

const isFree = (): boolean => {
  const { open, selection, notices } = page.get()
  return open === null && selection === null && notices.length === 0
}

const doings: Doing[] = [
  {
    id: 'present-next',
    label: () => words.keys.next,
    keys: ['PageDown', 'ArrowRight', 'ArrowDown'],
    // A remote's key means nothing else, also where there is nowhere to go.
    run: ({ mayGoOn, tell }) => mayGoOn && tell({ is: 'next' }),
  },
  {
    id: 'present-back',
    label: () => words.keys.back,
    keys: ['PageUp', 'ArrowLeft', 'ArrowUp'],
    run: ({ mayGoBack, tell }) => mayGoBack && tell({ is: 'back' }),
  },
  ...LETTERS.map(
    (option): Doing => ({
      id: `hand-${option}`,
      label: () => words.keys.more,
      keys: [option.toUpperCase()],
      applies: ({ options }) => options.includes(option),
      run: (lesson) => (presenting.get().tied.includes(option) ? lockIn(lesson, option) : raise(lesson, option, 1)),
    }),
  ),
  ...LETTERS.map(
    (option): Doing => ({
      id: `hand-back-${option}`,
      label: () => words.keys.less,
      keys: [`Shift+${option.toUpperCase()}`],
      applies: ({ id, step, options }) => options.includes(option) && (handsAt(id, step)[option] ?? 0) > 0,
      run: (lesson) => raise(lesson, option, -1),
    }),
  ),
  {
    id: 'reveal',
    label: () => words.keys.reveal,
    keys: ['Shift+R'],
    applies: ({ options }) => options.length > 0,
    run: reveal,
  },
  {
    id: 'show-me',
    label: () => words.keys.showMe,
    keys: ['Shift+S'],
    applies: ({ mayShow }) => mayShow,
    run: ({ tell }) => tell({ is: 'show-me' }),
  },
  { id: 'blackout', label: () => words.keys.black, keys: ['B', 'Shift+O'], run: blacken },
  {
    id: 'halo',
    label: () => words.keys.halo,
    keys: ['Alt'],
    run: () => presenting.set(({ halo }) => ({ halo: !halo })),
  },
  {
    id: 'lock-controls',
    label: () => words.keys.lock,
    keys: ['Shift+L'],
    run: () => {
      const locked = !presenting.get().locked
      presenting.set({ locked })
      said(locked ? words.isLocked : words.isUnlocked)
    },
  },
  {
    id: 'stops',
    label: () => words.keys.stops,
    keys: ['Shift+M'],
    run: () => presenting.setStops(!presenting.get().stops),
  },
  { id: 'presenter-window', label: () => words.keys.window, keys: ['Shift+N'], run: ({ id }) => openWindow(id) },
  {
    id: 'present-leave',
    label: () => words.keys.leave,
    keys: ['Esc'],
    applies: isFree,
    run: (lesson) => {
      location.hash = awayFrom(lesson)
    },
  },
]

/** The same page again, at the presenter's address: so it works from any folder, and from one file. */
function openWindow(id: string): void {
  const address = `${location.href.replace(/#.*$/s, '')}#/presenter/${id}`
  const opened = window.open(address, `presenter-${id}`, 'popup,width=1000,height=760')
  if (opened === null) notify(words.blocked, { copy: address })
}

export const presentActions: UserAction[] = doings.map(({ applies = () => true, run, ...named }) => ({
  ...named,
  group: 'present',
  applies: ({ page: { where, lesson } }) =>
    where === 'learn' && lesson !== null && presenting.isOn() && applies(lesson),
  run: ({ page: { lesson } }) => {
    if (lesson) run(lesson)
  },
}))
