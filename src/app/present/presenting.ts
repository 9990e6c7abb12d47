/**
 * What presenting adds to a walkthrough: the hands of the class, a black screen, locked controls. None of it belongs to the
 * run or to the walkthrough, and none of it leaves this browser.
 */
import { create } from 'zustand'
import type { OptionId } from '../../lessons/index.ts'
import type { Lesson } from '../page/lesson.ts'
import { keep, kept } from '../page/storage.ts'
import type { Hands } from './hands.ts'
import { keepHands, keptHands } from './keptHands.ts'

interface Presenting {
  /** The walkthrough that is shown to a room; null: none is. */
  lesson: string | null
  /** By walkthrough and step, as `handsKey` spells it. They outlive going back, and leaving for another page. */
  hands: Readonly<Record<string, Hands>>
  /** The answers that have equally many hands, while one of them is to be chosen; empty: none has to be. */
  tied: readonly OptionId[]
  black: boolean
  /** Clicks do nothing; keys and the presenter's window go on working. */
  locked: boolean
  /** Does playing stop at every event that is worth talking about? */
  stops: boolean
  /** The ring around the pointer. */
  halo: boolean
  /** When presenting began, in wall milliseconds since 1970. */
  since: number
}

const STOPS = 'present.stops'
const SPEED = 'present.speed'
/** For talking; 0.1 to 8. */
const USUAL_SPEED = 0.5

export const usePresenting = create<Presenting>(() => ({
  lesson: null,
  hands: {},
  tied: [],
  black: false,
  locked: false,
  stops: kept(STOPS) === 'on',
  halo: false,
  since: 0,
}))

const AT_FIRST = { tied: [], black: false, locked: false, halo: false }

export const presenting = {
  get: usePresenting.getState,
  set: usePresenting.setState,
  isOn: (): boolean => presenting.get().lesson !== null,
  begin(lesson: string): void {
    if (presenting.get().lesson === lesson) return
    const kept = keptHands(lesson)
    presenting.set((p) => ({
      ...AT_FIRST,
      lesson,
      hands: { ...p.hands, ...kept?.hands },
      since: kept?.since ?? Date.now(),
    }))
    remember()
  },
  end(): void {
    presenting.set({ ...AT_FIRST, lesson: null })
  },
  setStops(stops: boolean): void {
    keep(STOPS, stops ? 'on' : 'off')
    presenting.set({ stops })
  },
  /** The speed for talking, as it was left. */
  speed(): number {
    const speed = Number(kept(SPEED) ?? USUAL_SPEED)
    return speed >= 0.1 && speed <= 8 ? speed : USUAL_SPEED
  },
  keepSpeed: (speed: number): boolean => keep(SPEED, `${speed}`),
}

export const handsKey = (lesson: string, step: string): string => `${lesson}/${step}`

const NONE: Hands = {}

export const handsAt = (lesson: string, step: string): Hands => presenting.get().hands[handsKey(lesson, step)] ?? NONE

export function setHands(lesson: string, step: string, hands: Hands): void {
  presenting.set((p) => ({ hands: { ...p.hands, [handsKey(lesson, step)]: hands } }))
  remember()
}

function remember(): void {
  const { lesson, hands, since } = presenting.get()
  if (lesson !== null) keepHands({ lesson, hands, since })
}

/** Where one is after presenting: by oneself at the same step, and after the last one on the first page. */
export const awayFrom = ({ id, step, steps, isOver }: Lesson): string =>
  isOver ? '#/' : `#/learn/${id}/${steps.indexOf(step) + 1}`
