/** What can be said of the source as it stands: what is wrong and where, on which values it fails, what may come of it. */
import { merging } from '../../../words/index.ts'
import type { LawReport } from '../../../worker/index.ts'
import type { Place } from './mark.ts'
import { placeIn } from './tryOut.ts'
import type { Trial } from './useTrial.ts'

export function Verdict({ trial, onGo }: { trial: Trial; onGo: (place: Place) => void }) {
  const { state, tried } = trial
  const error = state === 'tried' ? tried.error : null
  return (
    <div role="status" className="said-of-source" data-source-state={error ? 'error' : state}>
      {state !== 'tried' && <p className="muted">{SAYS[state]()}</p>}
      {state === 'tried' && (
        <>
          <Wrong trial={trial} onGo={onGo} />
          {tried.error ? <p>{merging.keepsOld}</p> : <Converges report={tried.report} />}
        </>
      )}
    </div>
  )
}

/** With its place, which is a way to it. */
function Wrong({ trial: { tried }, onGo }: { trial: Trial; onGo: (place: Place) => void }) {
  if (tried === null) return null
  const failed = tried.error ? null : tried.report.failed
  const message = tried.error?.message ?? (failed && merging.failed(failed.inputs, failed.base, failed.fault.message))
  if (message === null) return null
  const place = placeIn(tried)
  return (
    <p className={tried.error ? 'crit' : 'warn'}>
      {place && (
        <button type="button" className="link" onClick={() => onGo(place)}>
          {merging.place(place.line, place.column)}
        </button>
      )}
      {place ? merging.at(message) : message}
    </p>
  )
}

function Converges({ report: { verdict } }: { report: LawReport }) {
  return <p className={verdict === 'may not converge' ? 'conflict' : 'ok'}>{merging.verdicts[verdict]}</p>
}

const SAYS = {
  fetching: () => merging.fetching,
  looking: () => merging.looking,
  missing: () => merging.noInterpreter,
}
