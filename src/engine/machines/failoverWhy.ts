/**
 * How a graceful change of masters ends that came to nothing: whom it was about is said before the monitor forgets it,
 * because what it has forgotten by the end of a step, nobody can ask it any more.
 */
interface At {
  context: { named: number; chosen: number }
}

const about =
  (reason: string) =>
  ({ context: { named, chosen } }: At) => ({ reason, node: named >= 0 ? named : chosen })

/** The old master takes writes again. */
export const giveBack = (reason: string) => ({ type: 'giveBack', params: about(reason) }) as const

/** It does not, for now. */
export const giveUpSwitch = (reason: string) => ({ type: 'giveUpSwitch', params: about(reason) }) as const
