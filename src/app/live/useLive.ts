/** Panels read slices of the latest update through these; a panel re-renders only when its slice changed. */
import { createContext, useContext, useRef, useSyncExternalStore } from 'react'
import { shallow } from 'zustand/shallow'
import type { Update } from '../../worker/index.ts'
import type { Live } from './live.ts'

export const LiveContext = createContext<Live | null>(null)

export function useLive(): Live {
  const live = useContext(LiveContext)
  if (!live) throw new Error('No lab around this panel')
  return live
}

/**
 * A slice of the update that panels show; null before the first one. Slices are compared shallowly. `leastMs`: wall
 * milliseconds that a slice stays while playing, for what nobody can read ten times a second.
 */
export function useSlice<S>(select: (update: Update) => S, leastMs = 0): S | null {
  const live = useLive()
  const last = useRef<{ of: Update; value: S; at: number } | null>(null)
  return useSyncExternalStore(live.onPanels, () => {
    const update = live.panels()
    if (!update) return null
    const known = last.current
    const now = leastMs > 0 ? performance.now() : 0
    if (known && update.transport.playing && known.of.transport.playing && now - known.at < leastMs) return known.value
    const value = select(update)
    if (known && shallow(known.value, value)) {
      known.of = update
      return known.value
    }
    last.current = { of: update, value, at: now }
    return value
  })
}
