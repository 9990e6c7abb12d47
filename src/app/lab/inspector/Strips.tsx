/**
 * A node's log entry by entry: what it has received above what it has applied, in the same columns. It scrolls back as
 * far as the frame goes. Each entry tells its story: to the pointer that lies on it, or to the arrows.
 */
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { Frame, NodeFrame } from '../../../engine/index.ts'
import { createStrips, stripsColumns, stripsWidth } from '../../../stage/index.ts'
import { cellStory, inLog, inspecting, strips } from '../../../words/index.ts'
import { useLive } from '../../live/useLive.ts'

const LEAST = 280
/** The frame's window of a log. */
const CELLS = 32

const widthOf = (node: NodeFrame): number => Math.max(LEAST, stripsWidth(Math.min(CELLS, node.cells.length)))

export function Strips({ node, frame }: { node: NodeFrame; frame: Frame }) {
  const live = useLive()
  const svg = useRef<SVGSVGElement>(null)
  const box = useRef<HTMLDivElement>(null)
  const { id } = node
  const [told, setTold] = useState(0)
  useEffect(() => {
    if (!svg.current) return
    const drawing = createStrips(svg.current)
    const stop = live.onUpdate(({ frame }) => {
      const one = frame.nodes.find((each) => each.id === id)
      if (one) drawing.draw(one, frame.time, { width: widthOf(one), origins: frame.nodes.map((each) => each.id) })
    })
    return () => {
      stop()
      drawing.destroy()
    }
  }, [live, id])
  // The newest entries are what one looks at first; a hand that scrolled back stays where it is.
  const end = node.cells[node.cells.length - 1]?.position ?? 0
  useEffect(() => {
    const element = box.current
    if (element && end >= 0 && !element.matches(':hover, :focus-within')) element.scrollLeft = element.scrollWidth
  }, [end])
  const width = widthOf(node)
  const { x, pitch } = stripsColumns(node, width)
  const cells = node.cells.filter(({ position }) => x(position) >= 0)
  const here = cells.find(({ position }) => position === told) ?? null
  const stop = here?.position ?? end
  const writes = ['master', 'fenced', 'read-only', 'rewinding'].includes(node.role)
  const walk = (event: KeyboardEvent) => {
    const to = { ArrowRight: stop + 1, ArrowLeft: stop - 1, Home: cells[0]?.position ?? 0, End: end }[event.key]
    if (to === undefined) return
    event.preventDefault()
    box.current?.querySelector<HTMLElement>(`[data-entry="${to}"]`)?.focus()
  }
  return (
    <>
      <div className="strips-frame">
        <div className="strips-names" aria-hidden="true">
          {(writes ? [strips.binlog] : [strips.relay, strips.data]).map((name) => (
            <span key={name}>{name}</span>
          ))}
        </div>
        <div ref={box} className="strips" data-strips={id}>
          <section
            className="strips-inner"
            style={{ width }}
            aria-label={inspecting.log}
            data-own-arrows=""
            onKeyDown={walk}
          >
            <svg ref={svg} className="stage" width={width} height={66} aria-hidden="true" />
            {cells.map(({ position }) => (
              <button
                key={position}
                type="button"
                className="strip-cell"
                style={{ left: x(position) - 1.75, width: pitch }}
                data-entry={position}
                tabIndex={position === stop ? 0 : -1}
                aria-label={inLog(id, position)}
                aria-pressed={position === told}
                aria-describedby={`story-${id}`}
                onFocus={() => setTold(position)}
                onPointerEnter={() => setTold(position)}
                onClick={() => setTold(position)}
              />
            ))}
          </section>
        </div>
      </div>
      <p id={`story-${id}`} className="story" data-story={here?.position ?? ''}>
        {here ? cellStory(here, node, frame).join(' ') : cells.length > 0 ? inspecting.pickCell : ''}
      </p>
    </>
  )
}
