/** A node's log entry by entry: what it has received above what it has applied, in the same columns. */
import { useEffect, useRef } from 'react'
import { createStrips } from '../../../stage/index.ts'
import { useLive } from '../../live/useLive.ts'

const WIDTH = 280

export function Strips({ id }: { id: string }) {
  const live = useLive()
  const svg = useRef<SVGSVGElement>(null)
  useEffect(() => {
    if (!svg.current) return
    const drawing = createStrips(svg.current)
    const stop = live.onUpdate(({ frame }) => {
      const node = frame.nodes.find((one) => one.id === id)
      if (node) drawing.draw(node, frame.time, { width: WIDTH, origins: frame.nodes.map((one) => one.id) })
    })
    return () => {
      stop()
      drawing.destroy()
    }
  }, [live, id])
  return <svg ref={svg} className="stage" width={WIDTH} height={66} aria-hidden="true" data-strips={id} />
}
