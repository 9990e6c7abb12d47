/** What this configuration promises, and whether it held so far; and the rules that no run may break. */

import type { ClientFrame } from '../../../engine/index.ts'
import { guaranteeSentence, inTerms, invariantsHold, labels } from '../../../words/index.ts'
import { useSlice } from '../../live/useLive.ts'
import { Icon } from '../../parts/Icon.tsx'
import { WhyButton } from '../../parts/WhyButton.tsx'

/** Where nobody reads there is nothing to be promised about it. */
const OF_READS: readonly string[] = ['freshReads', 'ownReads', 'monotonicReads']
const readsToo = ({ kind }: ClientFrame): boolean => kind === 'reader' || kind === 'read-write'

export function Guarantees() {
  const checkers = useSlice(({ frame }) => frame.checkers)
  const reads = useSlice(({ frame: { clients, counters } }) => counters.reads > 0 || clients.some(readsToo))
  if (!checkers) return null
  const invariants = checkers.filter(({ kind }) => kind === 'invariant')
  const broken = invariants.filter(({ held }) => !held)
  return (
    <section data-checkers="">
      <h3 className="sub">{labels.guarantees}</h3>
      <ul className="badges">
        {checkers
          .filter(({ kind, name }) => kind === 'guarantee' && (reads || !OF_READS.includes(name)))
          .map((checker) => (
            <li
              key={checker.name}
              data-checker={checker.name}
              data-held={checker.held}
              data-promised={checker.promised}
            >
              <span className="badge-icon" style={{ color: checker.held ? 'var(--ok)' : 'var(--crit)' }}>
                <Icon name={checker.held ? 'tick' : 'cross'} size={12} />
              </span>
              <span className="said">{guaranteeSentence(checker)}</span>
              {checker.violation && <WhyButton about={checker.name} fact={checker.violation.fact} />}
            </li>
          ))}
        <li data-invariants={broken.length}>
          <span className="badge-icon" style={{ color: broken.length === 0 ? 'var(--ok)' : 'var(--crit)' }}>
            <Icon name={broken.length === 0 ? 'tick' : 'cross'} size={12} />
          </span>
          <span className="said">
            {broken.length === 0
              ? invariantsHold(invariants.length)
              : broken.map(({ name, violation }) => `${name}: ${inTerms(violation?.text ?? '')}`).join(' ')}
          </span>
        </li>
      </ul>
    </section>
  )
}
