/** A small drawing that the stage hands over as SVG text: its own text, never a reader's. */
import { useEffect, useRef } from 'react'

export function Markup({ svg, className = '' }: { svg: string; className?: string }) {
  const box = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    if (box.current) box.current.innerHTML = svg
  }, [svg])
  return <span ref={box} className={className} aria-hidden="true" />
}
