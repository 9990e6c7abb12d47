/** All that were tried, best first, figure by figure. Each figure leads to the run that it was measured in. */
import { MEASURES, type Needs, type Verdict } from '../../scenarios/index.ts'
import { candidateWords, choosing, findingSaid, measured, measureWords } from '../../words/index.ts'
import { Icon } from '../parts/Icon.tsx'
import { ShowLink } from './ShowLink.tsx'

export function VerdictTable({ verdict: { ranking }, needs }: { verdict: Verdict; needs: Needs }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls where it is too wide
    <section className="tried" tabIndex={0} aria-label={choosing.table}>
      <table>
        <caption>{choosing.table}</caption>
        <thead>
          <tr>
            <th scope="col">{choosing.candidate}</th>
            {MEASURES.map((measure) => (
              <th key={measure} scope="col" title={measureWords[measure].hint}>
                {measureWords[measure].name}
              </th>
            ))}
            <th scope="col">{choosing.machines}</th>
          </tr>
        </thead>
        <tbody>
          {ranking.map(({ candidate, findings, cost, broken }) => (
            <tr key={candidate} data-candidate={candidate} data-broken={broken}>
              <th scope="row">{candidateWords(candidate).name}</th>
              {MEASURES.map((measure) => {
                const { value, limit, holds, trial, at } = findings[measure]
                const is = limit === null ? 'free' : holds ? 'holds' : 'over'
                return (
                  <td key={measure} className={is} data-measure={measure} data-is={is}>
                    <ShowLink {...{ needs, candidate, trial, at }} label={findingSaid(findings[measure], needs.places)}>
                      {measured(measure, value)}
                      <Icon name={is === 'free' ? 'dash' : is === 'holds' ? 'tick' : 'cross'} size={11} />
                    </ShowLink>
                  </td>
                )
              })}
              <td className="mono">{cost.machines}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
