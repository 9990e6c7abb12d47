/** A sentence in which masters stand as their swatches; who hears it hears their letters. */
import { Fragment } from 'react'
import type { Frame } from '../../../engine/index.ts'
import { originLetter, type Told } from '../../../words/index.ts'
import { Swatch } from './Swatch.tsx'

export function ToldText({ told, frame }: { told: Told; frame: Frame }) {
  return told.map((part, i) =>
    typeof part === 'string' ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts of one sentence have no other name
      <Fragment key={i}>{part}</Fragment>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: the same
      <Fragment key={i}>
        <Swatch origin={part.origin} frame={frame} />
        <span className="sr-only">{originLetter(part.origin, frame)}</span>
      </Fragment>
    ),
  )
}
