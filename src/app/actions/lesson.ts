/** Going through a walkthrough: on, back, and answering its questions. */
import { learning } from '../../words/index.ts'
import type { Lesson } from '../page/lesson.ts'
import { presenting } from '../present/presenting.ts'
import type { UserAction } from './action.ts'

interface Step {
  id: string
  label: () => string
  keys: string[]
  applies(lesson: Lesson): boolean
  run(lesson: Lesson): void
}

const LETTERS = ['a', 'b', 'c', 'd'] as const

const steps: Step[] = [
  {
    id: 'lesson-next',
    label: () => learning.keys.next,
    keys: ['N'],
    applies: ({ mayGoOn }) => mayGoOn,
    run: ({ tell }) => tell({ is: 'next' }),
  },
  {
    id: 'lesson-back',
    label: () => learning.keys.back,
    keys: ['Backspace'],
    applies: ({ mayGoBack }) => mayGoBack,
    run: ({ tell }) => tell({ is: 'back' }),
  },
  ...LETTERS.map(
    (option): Step => ({
      id: `lesson-choose-${option}`,
      label: () => learning.keys.choose,
      keys: [option.toUpperCase()],
      // To a room the letters count hands.
      applies: ({ options }) => options.includes(option) && !presenting.isOn(),
      run: ({ tell }) => tell({ is: 'choose', option }),
    }),
  ),
  {
    id: 'lesson-lock',
    label: () => learning.keys.lock,
    keys: ['Enter'],
    applies: ({ options, chosen }) => chosen !== null && options.includes(chosen) && !presenting.isOn(),
    run: ({ tell }) => tell({ is: 'lock' }),
  },
]

export const lessonActions: UserAction[] = steps.map(({ applies, run, ...named }) => ({
  ...named,
  group: 'lesson',
  applies: ({ page: { where, lesson } }) => where === 'learn' && lesson !== null && applies(lesson),
  run: ({ page: { lesson } }) => {
    if (lesson) run(lesson)
  },
}))
