/** Hands as squares in a row; many of them get narrower together, so that rows stay comparable. */

/** Units of the drawing from square to square, and how many stand in a row before all get narrower. */
const PITCH = 11
const FIT = 12
/** Squares narrower than this run together. */
const LEAST = 3

/** `most`: hands in the longest row. */
export function Squares({ n, most }: { n: number; most: number }) {
  const pitch = most <= FIT ? PITCH : (PITCH * FIT) / most
  const gap = pitch < LEAST ? 0 : pitch * 0.18
  const path = Array.from(
    { length: n },
    (_, i) => `M${(i * pitch).toFixed(2)} .5h${(pitch - gap).toFixed(2)}v9H${(i * pitch).toFixed(2)}z`,
  )
  return (
    <svg className="pt-squares" viewBox={`0 0 ${PITCH * FIT} 10`} aria-hidden="true">
      <path d={path.join('')} />
    </svg>
  )
}
