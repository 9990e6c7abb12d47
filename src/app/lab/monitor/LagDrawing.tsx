/**
 * The chart, drawn by the stage outside React's render, in the playhead's slider; over it a handle for each threshold
 * that a hand drags and arrow keys move. What is set is an intervention at the playhead, like every setting.
 */
import { useEffect, useRef, useState } from 'react'
import { createLagChart, type Handle } from '../../../stage/index.ts'
import type { Update } from '../../../worker/index.ts'
import { useLive } from '../../live/useLive.ts'
import { page, usePage } from '../../page/page.ts'
import { Slider } from '../Slider.tsx'
import { Threshold } from './Threshold.tsx'
import type { AskedSeries } from './useLagSeries.ts'

interface Props {
  asked: AskedSeries
  slave: string
  /** Px; null = as high as the place it is given. */
  height: number | null
}

export function LagDrawing({ asked, slave, height }: Props) {
  const live = useLive()
  const svg = useRef<SVGSVGElement>(null)
  const [handles, setHandles] = useState<readonly Handle[]>([])
  useEffect(() => {
    const element = svg.current
    const box = element?.parentElement
    if (!element || !box) return
    const chart = createLagChart(element, {
      onSeek: (t) => live.do({ do: 'seek', t }),
      onHover: (hover) => page.set({ hover }),
    })
    let size = { width: Math.max(280, box.clientWidth), height: height ?? Math.max(120, box.clientHeight) }
    let shown = ''
    const draw = ({ frame, transport }: Update) => {
      const { series, window } = asked
      if (!series || !window) return
      const { hover, alert } = page.get()
      const drawn = chart.draw(series, frame.time, {
        from: window.from,
        to: window.to,
        ...size,
        slave,
        limits: frame.lag,
        hurried: transport.hurried,
        hover,
        chosen: alert,
      })
      const places = drawn.map(({ path, y }) => `${path} ${Math.round(y)}`).join(' ')
      if (places === shown) return
      shown = places
      setHandles(drawn)
    }
    const redraw = () => live.latest && draw(live.latest)
    const watch = new ResizeObserver(([entry]) => {
      if (entry)
        size = {
          width: Math.max(280, entry.contentRect.width),
          height: height ?? Math.max(120, entry.contentRect.height),
        }
      redraw()
    })
    watch.observe(box)
    const stops = [live.onUpdate(draw), asked.subscribe(redraw), usePage.subscribe(redraw)]
    return () => {
      for (const stop of stops) stop()
      watch.disconnect()
      chart.destroy()
      page.set({ hover: null })
    }
  }, [live, asked, slave, height])
  return (
    <div className="mon-chart" style={height === null ? undefined : { height }}>
      <Slider className="size-full">
        <svg ref={svg} className="stage" aria-hidden="true" />
      </Slider>
      {handles.map((handle) => (
        <Threshold key={handle.path} handle={handle} />
      ))}
    </div>
  )
}
