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

/** A slice of the update that panels show; null before the first one. Slices are compared shallowly. */
export function useSlice<S>(select: (update: Update) => S): S | null {
  const live = useLive()
  const last = useRef<{ value: S } | null>(null)
  return useSyncExternalStore(live.onPanels, () => {
    const update = live.panels()
    if (!update) return null
    const value = select(update)
    if (last.current && shallow(last.current.value, value)) return last.current.value
    last.current = { value }
    return value
  })
}
