/**
 * Small pictures for the cards of the home page, 140 x 40, made of the signs that the lab itself uses: whoever has read a
 * card has begun to read the lab.
 */
import { type Shape, svgMarkup } from '../picture/index.ts'
import { FAILOVER } from './failoverPictograms.ts'
import { MASTERS } from './mastersPictograms.ts'
import { REGIONS } from './regionsPictograms.ts'
import { REPLICATION } from './replicationPictograms.ts'

const WIDTH = 140
const HEIGHT = 40

const PICTURES = { ...REPLICATION, ...FAILOVER, ...MASTERS, ...REGIONS } satisfies Record<string, () => Shape[]>

type PictogramId = keyof typeof PICTURES
export const PICTOGRAMS = Object.keys(PICTURES) as PictogramId[]

/** The pictogram of a preset as SVG text; a preset without one gets the picture of a write. */
export function pictogram(id: string): string {
  const known = Object.hasOwn(PICTURES, id) ? PICTURES[id as PictogramId] : PICTURES['async-pipeline']
  return svgMarkup(known(), WIDTH, HEIGHT)
}
