// In place of `done.ts` in the built page: these actions come with the first part of the page that has their buttons, or
// with the first key that nobody else knows.
import type { done as all } from './done.ts'

export const done: typeof all = { actions: [] }

let coming: Promise<void> | null = null

export function fetchDone(): Promise<void> | null {
  if (done.actions.length > 0) return null
  coming ??= import('./done.ts').then(
    (module) => {
      done.actions = module.done.actions
    },
    (error: unknown) => {
      coming = null
      throw error
    },
  )
  return coming
}
