/** Whose entries: a small cell without a number, in the silhouette of the master that writes them. */
import type { Frame } from '../../../engine/index.ts'
import { type CellLook, cell, originOf } from '../../../stage/index.ts'
import { originsOf } from '../../../words/index.ts'
import { Drawn } from '../../parts/Drawn.tsx'

const SIDE = 10

export function Swatch({ origin, frame }: { origin: string; frame: Frame }) {
  const look: CellLook = { ...lookOf(origin, frame), fill: 'applied', number: '', width: SIDE, height: SIDE }
  return <Drawn shapes={[cell('swatch', 0, 0, look)]} width={SIDE} height={SIDE} className="swatch" />
}

/** What all cells of one origin have in common. */
export const lookOf = (origin: string, frame: Frame): Pick<CellLook, 'origin'> => ({
  origin: originOf(originsOf(frame).indexOf(origin)),
})
