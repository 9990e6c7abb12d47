/** For each law whether it holds, as far as tried, or the smallest example that was found against it. */
import { merging } from '../../../words/index.ts'
import type { CounterExample, Law, LawReport } from '../../../worker/index.ts'
import { Icon } from '../../parts/Icon.tsx'
import { brokenBy, LAWS } from './tryOut.ts'

/** `report`: null = the source is no function, or nobody has looked yet. */
export function Laws({ report }: { report: LawReport | null }) {
  return (
    <section className="laws" aria-label={merging.laws}>
      <h3>{merging.laws}</h3>
      <dl>
        {LAWS.map((law) => (
          <OneLaw key={law} law={law} report={report} />
        ))}
      </dl>
    </section>
  )
}

function OneLaw({ law, report }: { law: Law; report: LawReport | null }) {
  const example = report && brokenBy(report, law)
  const state = report === null ? 'unknown' : example === null ? 'holds' : 'broken'
  const said = report === null ? merging.unknown : example ? merging.broken : merging.holds(report.tried)
  return (
    <div data-law={law} data-holds={state}>
      <dt>
        <Icon name={state === 'holds' ? 'tick' : state === 'broken' ? 'cross' : 'dash'} />
        {merging.lawNames[law]}
      </dt>
      <dd>
        <span className={state === 'broken' ? 'conflict' : state === 'holds' ? 'ok' : 'muted'}>{said}</span>
        <span className="muted means">{merging.lawMeans[law]}</span>
        {example && <Example example={example} />}
      </dd>
    </div>
  )
}

function Example({ example: { law, inputs, base, left, right } }: { example: CounterExample }) {
  return (
    <div className="example mono">
      <p className="muted">{merging.example}</p>
      {inputs.map((version, i) => (
        <p key={version.node}>{merging.input(NAMES[i]!, version)}</p>
      ))}
      <p>{merging.base(base)}</p>
      {merging.results(law, left, right).map((result) => (
        <p key={result}>
          <b>{result}</b>
        </p>
      ))}
    </div>
  )
}

const NAMES = ['a', 'b', 'c']
