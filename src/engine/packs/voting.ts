/** Several monitors that have to agree before one of them acts (rules V1 to V15). */
import { voting as acts, agreeing, hasVotedLately, knownBy } from '../kernel/acts/voting.ts'
import type { Sense } from '../kernel/sense.ts'
import { voter } from '../machines/voter.ts'
import type { Pack } from './pack.ts'

const sense: Sense = (kernel, part, event) => {
  const { now, cause } = kernel
  return { ...event, now, cause, agree: agreeing(kernel, part, event), known: knownBy(kernel, part) } as typeof event
}

export const voting: Pack = {
  name: 'voting',
  machines: { voter },
  acts: { voter: acts },
  senses: { voter: sense },
  calls: { hasVotedLately },
}
