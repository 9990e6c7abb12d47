/** Which presentation the presenter's window belongs to; null: this is not that window. */
import { create } from 'zustand'

export const useWatching = create<{ lesson: string | null }>(() => ({ lesson: null }))

export function watch(lesson: string | null): void {
  if (useWatching.getState().lesson !== lesson) useWatching.setState({ lesson })
}
