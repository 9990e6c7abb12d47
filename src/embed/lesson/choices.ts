/** Ways on from a step: each opens the lab's recommendation for needs that the reader has just met, in a window of its own. */
import type { Step } from '../../lessons/index.ts'
import { inTerms, learning } from '../../words/index.ts'
import { icon } from '../icon.ts'
import { make } from './elements.ts'

type Choice = NonNullable<Step['choose']>[number]

export const choices = (choose: readonly Choice[]): HTMLElement =>
  make(
    'nav',
    { class: 'acts choices', 'aria-label': learning.choices },
    ...choose.map(({ text, needs }) =>
      make(
        'a',
        { class: 'btn', href: addressOf(needs), target: '_blank', rel: 'noopener', 'data-choice': true },
        inTerms(text),
        icon('out'),
      ),
    ),
  )

/** As the lab reads needs in an address: what is not said is as usual. */
export const addressOf = (needs: Choice['needs']): string =>
  `../../#/choose?${Object.entries(needs)
    .map(([name, value]) => `${name}=${value}`)
    .join('&')}`
