/** A version as the cell of its write: ringed if it was kept, struck if it was thrown away. */
import type { Frame, VersionFrame } from '../../../engine/index.ts'
import { cell } from '../../../stage/index.ts'
import { Drawn } from '../../parts/Drawn.tsx'
import { lookOf } from './Swatch.tsx'

const ROOM = 28

export function VersionCell({ version, fate, frame }: { version: VersionFrame; fate: string; frame: Frame }) {
  const gone = fate === 'discarded'
  const look = { ...lookOf(version.origin, frame), number: `${version.sequence}` } as const
  return (
    <span className={fate === 'kept' ? 'version ringed' : 'version'}>
      <Drawn
        shapes={[cell('version', 0, 0, { ...look, fill: gone ? 'discarded' : 'applied', ground: 'var(--panel)' })]}
        x={-4}
        y={-4}
        width={ROOM}
        height={ROOM}
      />
    </span>
  )
}
