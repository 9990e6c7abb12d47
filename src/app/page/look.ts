/**
 * How everything looks, sounds and is called: what a reader sets once and finds again on the next visit, where
 * storage is allowed. The address can say it too, for as long as the page is open.
 */
import { speak, type Terms, termsOf } from '../../words/index.ts'
import { keep, kept } from './storage.ts'

export const THEMES = ['auto', 'light', 'dark', 'projector'] as const
export type Theme = (typeof THEMES)[number]
/** `auto` follows the system. Reduced: nothing travels, everything is shown. */
export const MOTIONS = ['auto', 'reduced'] as const
/** What a screen reader hears while a run plays. */
export const ANNOUNCEMENTS = ['all', 'milestones', 'off'] as const
/** Percent of the usual size. */
export const TEXT_SIZES = [100, 125, 150, 175, 200] as const

export interface Look {
  theme: Theme
  terms: Terms
  textSize: number
  motion: (typeof MOTIONS)[number]
  announce: (typeof ANNOUNCEMENTS)[number]
  shortcuts: boolean
}

const oneOf =
  <T extends string>(values: readonly T[]) =>
  (word: string): T | null =>
    values.find((value) => value === word) ?? null

/** From outside (an address, the storage) to a value; null = there is no such value. */
export const LOOKS: { [K in keyof Look]: { usual: Look[K]; read: (word: string) => Look[K] | null } } = {
  theme: { usual: 'auto', read: oneOf(THEMES) },
  terms: { usual: 'master-slave', read: termsOf },
  textSize: {
    usual: 100,
    read: (word) => (/^\d{3}$/.test(word) && Number(word) >= 100 && Number(word) <= 200 ? Number(word) : null),
  },
  motion: { usual: 'auto', read: oneOf(MOTIONS) },
  announce: { usual: 'all', read: oneOf(ANNOUNCEMENTS) },
  shortcuts: { usual: true, read: (word) => ({ on: true, off: false })[word] ?? null },
}

const spelled = (value: Look[keyof Look]): string => (typeof value === 'boolean' ? (value ? 'on' : 'off') : `${value}`)

/** As it was left, or as usual. */
export function keptLook(): Look {
  const entries = Object.entries(LOOKS).map(([name, { usual, read }]) => [name, read(kept(name) ?? '') ?? usual])
  const look = Object.fromEntries(entries) as Look
  speak(look.terms)
  return look
}

/** Called before the page hears of it, so that whatever is rendered then speaks the new words. */
export function prepare(change: Partial<Look>): void {
  if (change.terms !== undefined) speak(change.terms)
}

export function keepLook(change: Partial<Look>): void {
  for (const [name, value] of Object.entries(change)) keep(name, spelled(value))
}
