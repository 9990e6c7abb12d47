/** A little picture made of the stage's own glyphs, inside a panel. */
import { useEffect, useRef } from 'react'
import { paint, type Shape } from '../../stage/index.ts'

interface Props {
  shapes: Shape[]
  width: number
  height: number
  /** Where the upper left corner lies. */
  x?: number
  y?: number
  className?: string
}

export function Drawn({ shapes, width, height, x = 0, y = 0, className = '' }: Props) {
  const svg = useRef<SVGSVGElement>(null)
  useEffect(() => {
    if (svg.current) paint(svg.current, shapes)
  })
  return (
    <svg
      ref={svg}
      className={`stage flex-none ${className}`}
      width={width}
      height={height}
      viewBox={`${x} ${y} ${width} ${height}`}
      aria-hidden="true"
    />
  )
}
