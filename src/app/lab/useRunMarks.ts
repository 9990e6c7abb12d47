/**
 * Says on the lab's root where the run stands (`data-scenario`, `data-time` in microseconds, `data-event`, `data-playing`), for
 * tests and for style sheets. Written at every update, outside React's render.
 */
import { type RefObject, useEffect, useRef } from 'react'
import { useLive } from '../live/useLive.ts'

export function useRunMarks(): RefObject<HTMLDivElement | null> {
  const live = useLive()
  const root = useRef<HTMLDivElement>(null)
  useEffect(
    () =>
      live.onUpdate(({ transport }) => {
        const marks = root.current?.dataset
        if (!marks) return
        marks['scenario'] = transport.run.scenario.id
        marks['time'] = `${transport.time}`
        marks['event'] = `${transport.event}`
        marks['playing'] = `${transport.playing}`
      }),
    [live],
  )
  return root
}
