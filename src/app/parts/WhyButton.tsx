/** "Why?": unfolds the facts that made something so, first cause first. Each of them seeks to its moment. */
import { useState } from 'react'
import type { Fact, FactKind } from '../../engine/index.ts'
import { labels, milestone, seconds, why } from '../../words/index.ts'
import { useLive } from '../live/useLive.ts'

/** Facts looked through, and causes told: a chain longer than this no longer explains. */
const LOOK_BACK = 4000
const CAUSES = 3

interface Props {
  /** What is asked about, for who hears only "Why?". */
  about: string
  /** The newest fact of one of these kinds ... */
  kinds?: readonly FactKind[]
  /** ... at this participant ... */
  at?: string
  /** ... or exactly this one. */
  fact?: number
}

export function WhyButton({ about, kinds = [], at, fact }: Props) {
  const live = useLive()
  const [chain, setChain] = useState<Fact[] | null>(null)
  const frame = live.latest?.frame
  const unfold = async () => {
    if (chain || !frame) return setChain(null)
    const facts = await live.lab.ask({ ask: 'facts', from: 0, to: frame.time, most: LOOK_BACK })
    const found = [...facts]
      .reverse()
      .find((one) =>
        fact !== undefined ? one.id === fact : kinds.includes(one.kind) && (at === undefined || one.at === at),
      )
    setChain(found ? chainOf(found, facts) : [])
  }
  return (
    <>
      <button
        type="button"
        className="link"
        aria-expanded={chain !== null}
        aria-label={labels.whyAbout(about)}
        onClick={unfold}
      >
        {labels.why}
      </button>
      {chain && frame && (
        <ol className="why-chain">
          {chain.length === 0 && <li>{labels.noReason}</li>}
          {chain.map((one) => (
            <li key={one.id}>
              <button type="button" className="why-row" onClick={() => live.do({ do: 'seek', t: one.t })}>
                <span className="mono muted">{seconds(one.t)}</span> {milestone(one)}
              </button>
            </li>
          ))}
          {chain.length > 0 && <li className="muted">{why(chain[chain.length - 1] as Fact)}</li>}
        </ol>
      )}
    </>
  )
}

/** The fact and what caused it, first cause first. */
function chainOf(fact: Fact, facts: readonly Fact[]): Fact[] {
  const chain = [fact]
  let cause = fact.cause
  while (cause !== 0 && chain.length <= CAUSES) {
    const one = facts.find(({ id }) => id === cause)
    if (!one) break
    chain.unshift(one)
    cause = one.cause
  }
  return chain
}
