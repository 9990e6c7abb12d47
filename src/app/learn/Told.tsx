/** What an open gate leaves: what came of it, the sentence to remember, and where model and reality part. */
import type { Source, Step } from '../../lessons/index.ts'
import { inTerms, learning } from '../../words/index.ts'
import { Prose } from './Prose.tsx'

export function Told({ told, step }: { told: string | null; step: Step }) {
  const { remember, model } = step
  return (
    <>
      {told !== null && <Prose className="told" text={told} />}
      {remember !== undefined && (
        <section className="remember" aria-label={learning.remember}>
          <Prose text={remember} />
        </section>
      )}
      {model !== undefined && (
        <section className="model" aria-label={learning.model}>
          <h2>{learning.model}</h2>
          <Prose text={model.text} />
          <Origin source={model.source} />
        </section>
      )}
    </>
  )
}

export function Sources({ sources }: { sources: readonly Source[] }) {
  if (sources.length === 0) return null
  return (
    <section className="model" aria-label={learning.sources}>
      <h2>{learning.sources}</h2>
      <ul>
        {sources.map((source) => (
          <li key={`${source.name} ${source.place}`}>
            <Origin source={source} />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The address stands there to be copied: nothing on this page leads out of it. */
function Origin({ source: { name, place, url } }: { source: Source }) {
  return (
    <p className="muted">
      {inTerms(name)}, {inTerms(place)}
      {url !== undefined && (
        <>
          {' '}
          <span className="url">{url}</span>
        </>
      )}
    </p>
  )
}
