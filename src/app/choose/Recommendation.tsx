/** What the figures recommend: its name, why, what one accepts with it, and the best two beside each other. */
import { type Finding, limitsOf, type Needs, type Reason, TRIALS, type Verdict } from '../../scenarios/index.ts'
import {
  acceptWords,
  candidateWords,
  choosing,
  decidedWords,
  headline,
  measured,
  reasonWords,
  trialName,
} from '../../words/index.ts'
import { Icon } from '../parts/Icon.tsx'
import { ShowLink } from './ShowLink.tsx'

interface Props {
  verdict: Verdict
  /** What the verdict is about. */
  needs: Needs
}

export function Recommendation({ verdict: { ranking, reasons, decided, accepts }, needs }: Props) {
  const [best, second] = ranking
  if (!best) return null
  const { name, is } = candidateWords(best.candidate)
  const limits = Object.values(limitsOf(needs)).filter((limit) => limit !== null).length
  return (
    <div className="recommended" data-recommended={best.candidate}>
      <h2>{name}</h2>
      <p className="is">
        {is} {headline(best.broken, limits, TRIALS.length)}
      </p>
      <h3>{choosing.because}</h3>
      <ul className="reasons">
        {reasons.map((reason) => (
          <Why
            key={reason.mine.measure}
            of={best.candidate}
            reason={reason}
            others={ranking.length - 1}
            needs={needs}
          />
        ))}
      </ul>
      <h3>{choosing.accepts}</h3>
      <ul className="reasons accepts">
        <li data-accepts={accepts.measure}>
          <Figure finding={accepts} />
          <p>{acceptWords(accepts, needs.places)}</p>
          <Show of={best.candidate} finding={accepts} needs={needs} says={acceptWords(accepts, needs.places)} />
        </li>
      </ul>
      {second && (
        <>
          <h3>{choosing.beside}</h3>
          {decided && <p className="decided">{decidedWords(decided, second.candidate, best.broken)}</p>}
          <p className="two">
            <span>{choosing.besideNames(name, candidateWords(second.candidate).name)}</span>
            {TRIALS.map((trial) => (
              <ShowLink
                key={trial}
                className="link"
                needs={needs}
                candidate={best.candidate}
                rival={second.candidate}
                trial={trial}
                at={null}
              >
                {trialName(trial, needs.places)}
              </ShowLink>
            ))}
          </p>
        </>
      )}
    </div>
  )
}

function Why({ of, reason, others, needs }: { of: Of; reason: Reason; others: number; needs: Needs }) {
  const { mine, rival, breaking } = reason
  const { says, other } = reasonWords(mine, rival, breaking, others, needs.places)
  const shown = rival?.finding ?? mine
  return (
    <li data-reason={mine.measure}>
      <Figure finding={mine} />
      <p>
        {says} <span className="muted">{other}</span>
      </p>
      <Show of={of} rival={rival?.candidate} finding={shown} needs={needs} says={says} />
    </li>
  )
}

type Of = Verdict['ranking'][number]['candidate']

function Figure({ finding: { measure, value, holds } }: { finding: Finding }) {
  return (
    <span className={holds ? 'figure mono' : 'figure mono over'}>
      <Icon name={holds ? 'tick' : 'cross'} size={12} />
      {measured(measure, value)}
    </span>
  )
}

interface ShowProps {
  of: Of
  rival?: Of | undefined
  finding: Finding
  needs: Needs
  says: string
}
function Show({ of, rival, finding: { trial, at }, needs, says }: ShowProps) {
  return (
    <ShowLink className="link" {...{ needs, rival, trial, at }} candidate={of} label={`${choosing.show}: ${says}`}>
      {choosing.show}
    </ShowLink>
  )
}
