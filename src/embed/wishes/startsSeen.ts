/**
 * Plays by itself while it is seen, once its host or its reader has agreed to that; never for readers who want no motion. A
 * reader who pauses it has the last word.
 */
import type { Figure } from '../figure.ts'

export function startsSeen({ seen, lab, main, still }: Figure): void {
  let stopped = still
  main.addEventListener('click', () => {
    stopped = true
  })
  seen.on((isSeen) => {
    if (isSeen && !stopped && lab.latest?.transport.playing === false) lab.do({ do: 'play' })
  })
}
