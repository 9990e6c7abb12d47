/** Plug: the I/O thread. Piston: the SQL thread. Solid while running, hollow and stale when not. */
import { piston, plug } from '../../../stage/index.ts'
import { Drawn } from '../../parts/Drawn.tsx'

export function ThreadIcon({ thread, running }: { thread: 'receiver' | 'applier'; running: boolean }) {
  const shape = thread === 'receiver' ? plug(8, 8, running) : piston(8, 9, running)
  return <Drawn shapes={[shape]} width={16} height={16} />
}
