/** The run as one ruler: for the home page and the phone. */
import { useEffect, useRef } from 'react'
import { createRuler } from '../../stage/index.ts'
import type { Update } from '../../worker/index.ts'
import { useLive } from '../live/useLive.ts'
import { Slider } from './Slider.tsx'

/** `hides`: what lies ahead of the playhead is not shown, played or not. */
export function Scrubber({ kind, hides = false }: { kind: 'slim' | 'broad'; hides?: boolean }) {
  const live = useLive()
  const svg = useRef<SVGSVGElement>(null)
  useEffect(() => {
    const element = svg.current
    const box = element?.parentElement
    if (!element || !box) return
    const drawing = createRuler(element, { onSeek: (t) => live.do({ do: 'seek', t }) })
    let width = Math.max(120, box.clientWidth)
    const draw = ({ frame: { time }, transport }: Update) => {
      const playedTo = hides ? time : transport.playedTo
      drawing.draw({ time, playedTo, ...endsOf(playedTo) }, { width, kind })
    }
    const stop = live.onUpdate(draw)
    const size = new ResizeObserver(([entry]) => {
      if (entry) width = Math.max(120, entry.contentRect.width)
      if (live.latest) draw(live.latest)
    })
    size.observe(box)
    return () => {
      stop()
      size.disconnect()
      drawing.destroy()
    }
  }, [live, kind, hides])
  return (
    <Slider className="scrub">
      <svg ref={svg} className="stage" aria-hidden="true" />
    </Slider>
  )
}

/**
 * The ruler shows the whole run and some paper beyond it. Its end grows in jumps of a third, so that the
 * playhead moves over the ruler rather than the ruler under the playhead.
 */
function endsOf(playedTo: number): { from: number; to: number } {
  let to = 300_000
  while (to < playedTo * 1.1) to = Math.round((to * 4) / 3)
  return { from: 0, to }
}
