/** While a room looks: the projector's theme and the speed for talking. Both are as before when it is left. */
import { useEffect, useLayoutEffect } from 'react'
import { stopsChanged } from '../learn/lesson.ts'
import { useLive, useSlice } from '../live/useLive.ts'
import { page } from '../page/page.ts'
import { presenting, usePresenting } from './presenting.ts'

export function useRoomLook(): void {
  const live = useLive()
  useLayoutEffect(() => {
    const { theme } = page.get()
    const speed = live.latest?.transport.speed ?? 1
    page.wear({ theme: 'projector' })
    live.do({ do: 'speed', speed: presenting.speed() })
    return () => {
      // Whoever has chosen another one meanwhile keeps it.
      if (page.get().theme === 'projector') page.wear({ theme })
      live.do({ do: 'speed', speed })
    }
  }, [live])
  const speed = useSlice(({ transport }) => transport.speed)
  useEffect(() => {
    if (speed !== null) presenting.keepSpeed(speed)
  }, [speed])
  useEffect(() => usePresenting.subscribe((now, before) => now.stops !== before.stops && stopsChanged()), [])
}
