/**
 * Two branches of one run on one clock: two stages side by side (one at a time where there is no room for two), what
 * differs marked on both, told in sentences, and their counters in one table. Twins, which live under the same requests by
 * two strategies, are compared by what they have been worth to their clients instead.
 */
import { useState } from 'react'
import type { Frame } from '../../../engine/index.ts'
import {
  branching,
  counterPairs,
  differenceSentences,
  milestone,
  saidOf,
  stageSentence,
  strategyWords,
} from '../../../words/index.ts'
import { useLive, useSlice } from '../../live/useLive.ts'
import { usePage } from '../../page/page.ts'
import { Icon } from '../../parts/Icon.tsx'
import { Segments } from '../../parts/Segments.tsx'
import { BranchStage, type Side } from './BranchStage.tsx'
import { ServiceTable } from './ServiceTable.tsx'

const COUNTED: readonly string[] = ['lost', 'staleReads', 'ok', 'unknown', 'error']

export function Compare() {
  const live = useLive()
  const narrow = usePage((p) => p.room.layout === 'phone')
  const [side, setSide] = useState<Side>('here')
  const frame = useSlice(({ frame }) => frame)
  const other = useSlice(({ other }) => other)
  const branches = useSlice(({ transport }) => transport.branches) ?? []
  if (!frame || !other) return null
  const names = {
    here: branches.find(({ present }) => present)?.name ?? '',
    there: branches.find(({ id }) => id === other.branch)?.name ?? '',
  }
  // What the figures of twins say need not be said twice.
  const shown = other.twins ? other.differences.filter(({ what }) => !COUNTED.includes(what)) : other.differences
  const told = other.twins && shown.length === 0 ? [] : differenceSentences(shown, names)
  const sides: { value: Side; text: string; frame: Frame }[] = [
    { value: 'here', text: names.here, frame },
    { value: 'there', text: names.there, frame: other.frame },
  ]
  return (
    <section
      className="compare"
      aria-label={branching.comparison}
      data-compare={other.branch}
      data-twins={other.twins}
      data-differences={other.differences.length}
    >
      <div className="compare-head">
        <h2>{(other.twins ? strategyWords.beside : branching.comparing)(names.here, names.there)}</h2>
        {other.twins && (
          <p className="compare-same">
            {strategyWords.sameRequests} <span className="compare-also">{strategyWords.sameActions}</span>{' '}
            {!narrow && told.join(' ')}
          </p>
        )}
        <button
          type="button"
          className="btn"
          data-end-compare=""
          onClick={() => live.do({ do: 'compare', branch: null })}
        >
          <Icon name="close" size={12} />
          {branching.endCompare}
        </button>
      </div>
      {narrow && <Segments label={branching.whichBranch} options={sides} value={side} onChange={setSide} />}
      <div className="compare-stages">
        {sides
          .filter(({ value }) => !narrow || value === side)
          .map(({ value, text, frame: shown }) => (
            <figure key={value} data-branch-side={value}>
              <figcaption>
                <span className="compare-which">{text}</span>{' '}
                <span className="compare-told">
                  {saidOf(shown, () => (shown.milestone ? milestone(shown.milestone) : shown.title))}
                </span>
              </figcaption>
              <BranchStage side={value} label={saidOf(shown, () => `${text}. ${stageSentence(shown)}`)} />
            </figure>
          ))}
      </div>
      <div className={other.twins ? 'compare-words twins' : 'compare-words'}>
        {(!other.twins || narrow) && (
          <ul>
            {told.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        )}
        {other.twins ? (
          <ServiceTable names={names} upright={narrow} />
        ) : (
          <Counted names={names} here={frame} there={other.frame} />
        )}
      </div>
    </section>
  )
}

function Counted({ names, here, there }: { names: Record<Side, string>; here: Frame; there: Frame }) {
  return (
    <table aria-label={branching.countersBeside}>
      <thead>
        <tr>
          <td />
          <th scope="col">{names.here}</th>
          <th scope="col">{names.there}</th>
        </tr>
      </thead>
      <tbody>
        {counterPairs(here.counters, there.counters).map((row) => (
          <tr key={row.id} className={row.here === row.there ? '' : 'differs'} data-counter-pair={row.id}>
            <th scope="row">{row.name}</th>
            <td>{row.here}</td>
            <td>{row.there}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
