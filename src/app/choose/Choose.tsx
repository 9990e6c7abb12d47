/**
 * Choosing how to replicate: the reader's numbers on one side, what they come to on the other. Everything said about a way of
 * replicating is measured in runs that this page folds while one looks on.
 */
import { DEFAULT_NEEDS, LIMITS, type NeedName, READER_NEEDS, READERS, TRIALS, WORK } from '../../scenarios/index.ts'
import { choosing, labels } from '../../words/index.ts'
import { notify } from '../page/page.ts'
import { useSaid } from '../page/useSaid.ts'
import { Icon, Mark } from '../parts/Icon.tsx'
import { PageTools } from '../parts/PageTools.tsx'
import { toClipboard } from '../share/clipboard.ts'
import { areSame } from './address.ts'
import { NeedRow } from './NeedRow.tsx'
import { Recommendation } from './Recommendation.tsx'
import { useNeeds } from './useNeeds.ts'
import { useVerdict } from './useVerdict.ts'
import { VerdictTable } from './VerdictTable.tsx'

const ASKED = Object.keys(WORK) as NeedName[]
const MUST_NOT = Object.keys(LIMITS) as NeedName[]

export function Choose() {
  const [needs, change] = useNeeds()
  const { verdict, about, done, of, trying, problem } = useVerdict(needs)
  const best = verdict?.ranking[0]
  const news =
    problem !== null ? `${choosing.problem} ${problem}` : best && !trying ? choosing.answered(best.candidate, of) : ''
  useSaid(news)
  // Where there is one place, nothing lies between places.
  const asked = ASKED.filter((name) => needs.places > 1 || (name !== 'apart' && name !== 'writers'))
  return (
    <div className="choose named" data-choose={trying ? 'trying' : 'done'}>
      <header className="top">
        <a className="brand" href="#/" aria-label={labels.product}>
          <Mark />
          <b>{labels.product}</b>
        </a>
        <h1>{choosing.title}</h1>
        <nav className="tools" aria-label={labels.tools}>
          <button type="button" className="tool" aria-label={choosing.copy} onClick={() => void copy()}>
            <Icon name="link" />
            <span className="tool-word">{choosing.copy}</span>
          </button>
          <PageTools />
        </nav>
      </header>
      <main>
        <section className="needs" aria-label={choosing.asked}>
          <p className="begin">
            {choosing.begin}{' '}
            {READERS.map((reader) => (
              <button
                key={reader}
                type="button"
                className="link"
                data-reader={reader}
                aria-pressed={areSame(needs, READER_NEEDS[reader])}
                onClick={() => change({ ...DEFAULT_NEEDS, ...READER_NEEDS[reader] })}
              >
                {choosing.readers[reader]}
              </button>
            ))}
          </p>
          <h2>{choosing.asked}</h2>
          {asked.map((name) => (
            <NeedRow key={name} name={name} needs={needs} onChange={change} />
          ))}
          <h2>{choosing.limits}</h2>
          {MUST_NOT.map((name) => (
            <NeedRow key={name} name={name} needs={needs} onChange={change} />
          ))}
        </section>
        <section className="answer" aria-label={choosing.recommended} aria-busy={trying}>
          <div className="state">
            <span>{choosing.recommended}</span>
            <span className="mono">
              {problem !== null ? `${choosing.problem} ${problem}` : trying ? '' : choosing.tried(of)}
            </span>
            {trying && (
              <span className="mono progress" style={{ '--done': done / of } as React.CSSProperties}>
                {choosing.trying(done, of)}
              </span>
            )}
          </div>
          {!verdict && problem === null && <p className="first">{choosing.first(of / TRIALS.length, needs.places)}</p>}
          {verdict && about && (
            <div className={trying ? 'former' : undefined}>
              <Recommendation verdict={verdict} needs={about} />
              <VerdictTable verdict={verdict} needs={about} />
            </div>
          )}
          <details className="notes">
            <summary>{choosing.reality}</summary>
            <ul>
              {choosing.notes.map((note) => (
                <li key={note}>{note}</li>
              ))}
            </ul>
          </details>
        </section>
      </main>
    </div>
  )
}

async function copy(): Promise<void> {
  if (await toClipboard(location.href)) notify(choosing.copied, { kind: 'news' })
  else notify(labels.copyByHand, { kind: 'news', copy: location.href })
}
