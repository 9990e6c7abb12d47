/** Ways on from the last step: each opens the choice of a way to replicate, with needs that the learner has just met. */
import type { Step } from '../../lessons/index.ts'
import { DEFAULT_NEEDS } from '../../scenarios/index.ts'
import { inTerms, learning } from '../../words/index.ts'
import { hashOf } from '../choose/address.ts'
import { Icon } from '../parts/Icon.tsx'

export function Choices({ choose }: { choose: NonNullable<Step['choose']> }) {
  return (
    <nav className="moves choices" aria-label={learning.choices}>
      {choose.map(({ text, needs }) => (
        <a key={text} className="btn" href={hashOf({ ...DEFAULT_NEEDS, ...needs }, location.hash)} data-choice="">
          {inTerms(text)} <Icon name="arrow" size={13} />
        </a>
      ))}
    </nav>
  )
}
