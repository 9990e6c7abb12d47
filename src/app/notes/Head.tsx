/** What a teacher must know before the first step. */
import { type Walkthrough, walkthroughs } from '../../lessons/index.ts'
import { inTerms, learning, noting } from '../../words/index.ts'
import { Phrase } from '../learn/Prose.tsx'

export function Head({ lesson: { id, title, number, date, minutes, goal, belief, steps } }: { lesson: Walkthrough }) {
  const before = walkthroughs.filter((card) => card.number !== null && number !== null && card.number < number).at(-1)
  const address = `${location.href.replace(/^[a-z]+:\/+|[?#].*$/g, '')}#/learn/${id}`
  return (
    <header className="introduces">
      <p className="kind">{noting.kind(number, date, minutes, steps.length)}</p>
      <h1>{inTerms(title)}</h1>
      <dl>
        <div>
          <dt>{noting.belief}</dt>
          <dd className="belief">
            <Phrase text={learning.belief(belief)} />
          </dd>
        </div>
        <div>
          <dt>{noting.goal}</dt>
          <dd>
            <Phrase text={goal} />
          </dd>
        </div>
        <div>
          <dt>{noting.needed}</dt>
          <dd>{inTerms(noting.needs(address, before?.title ?? null))}</dd>
        </div>
      </dl>
    </header>
  )
}
