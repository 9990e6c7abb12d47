/** The time of the run, three decimals. Written straight into the page at every frame, outside React's render. */

import { useEffect, useRef } from 'react'
import { seconds } from '../../words/index.ts'
import { useLive } from '../live/useLive.ts'

export function Clock() {
  const live = useLive()
  const text = useRef<HTMLSpanElement>(null)
  useEffect(
    () =>
      live.onUpdate(({ transport }) => {
        if (text.current) text.current.textContent = seconds(transport.time)
      }),
    [live],
  )
  return <span ref={text} data-clock="" />
}
