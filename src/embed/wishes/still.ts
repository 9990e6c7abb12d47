/** How much moves. An author may ask for less than the reader's system does; only a host, for its reader, for more. */
import type { Figure } from '../figure.ts'

type Motion = 'auto' | 'full' | 'reduced' | 'none'

/** `none`: nothing plays by itself, one goes by steps. `byHost`: the wish is a message's. */
export function still({ look, bar, lab, redraw }: Figure, motion: Motion, byHost = false): void {
  look.still = motion === 'reduced' || motion === 'none' ? true : motion === 'full' && byHost ? false : null
  bar.mayPlay(motion !== 'none')
  if (motion === 'none' && lab.latest?.transport.playing) lab.do({ do: 'pause' })
  redraw()
}
