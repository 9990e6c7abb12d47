/** One sentence about the source as it stands: what is wrong and where, or that it can be used. */
import { merging } from '../../../words/index.ts'
import type { Place } from './mark.ts'
import type { Trial } from './useTrial.ts'

export function Verdict({ trial, onGo }: { trial: Trial; onGo: (place: Place) => void }) {
  const error = trial.state === 'tried' ? trial.tried.error : null
  return (
    <p role="status" className="said-of-source" data-source-state={error ? 'error' : trial.state}>
      {error ? (
        <>
          <button type="button" className="link" onClick={() => onGo({ ...error, severe: true })}>
            {merging.place(error.line, error.column)}
          </button>
          <span className="crit">{merging.error(error.message)}</span> <span>{merging.keepsOld}</span>
        </>
      ) : (
        <span className="muted">{SAYS[trial.state]()}</span>
      )}
    </p>
  )
}

const SAYS = {
  fetching: () => merging.fetching,
  looking: () => merging.looking,
  missing: () => merging.noInterpreter,
  tried: () => merging.fine,
}
