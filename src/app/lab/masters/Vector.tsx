/** A vector: for each of these masters its swatch and how many of its entries were seen. */
import type { EntryName, Frame } from '../../../engine/index.ts'
import { counterIn, originLetter } from '../../../words/index.ts'
import { Swatch } from './Swatch.tsx'

interface Props {
  vector: readonly EntryName[]
  origins: readonly string[]
  frame: Frame
  /** The version's own origin, where the vector belongs to a version. */
  own?: string
}

export function Vector({ vector, origins, frame, own }: Props) {
  return (
    <span className="vector">
      {origins.map((origin) => (
        <span key={origin} className={origin === own ? 'own' : ''}>
          <Swatch origin={origin} frame={frame} />
          <span className="sr-only">{originLetter(origin, frame)}</span>
          {counterIn(vector, origin)}
        </span>
      ))}
    </span>
  )
}
