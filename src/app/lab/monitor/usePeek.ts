/**
 * Somebody points at an instant on the chart: while the run stands still, the stage shows that instant, and goes back
 * when the pointer leaves. The playhead does not move, and nothing of the run changes.
 */
import { useEffect } from 'react'
import { useLive } from '../../live/useLive.ts'
import { page, usePage } from '../../page/page.ts'
import { usePeeked } from '../peeked.ts'

export function usePeek(): void {
  const live = useLive()
  useEffect(() => {
    let wanted: number | null = null
    let asking = false
    const show = (frame: ReturnType<typeof usePeeked.getState>['frame']) => {
      if (usePeeked.getState().frame !== frame) usePeeked.setState({ frame })
    }
    const ask = (t: number) => {
      asking = true
      live.lab.ask({ ask: 'peek', t }).then(
        (frame) => {
          asking = false
          if (wanted !== null) show(frame)
          if (wanted !== null && wanted !== t) ask(wanted)
        },
        () => {
          asking = false
        },
      )
    }
    const look = () => {
      const { hover } = page.get()
      const next = live.latest?.transport.playing ? null : hover
      if (next === wanted) return
      wanted = next
      if (next === null) show(null)
      else if (!asking) ask(next)
    }
    const stops = [usePage.subscribe(look), live.onUpdate(look)]
    return () => {
      for (const stop of stops) stop()
      wanted = null
      show(null)
    }
  }, [live])
}
