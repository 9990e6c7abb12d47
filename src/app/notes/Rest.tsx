/** Below the steps: where to read on, and who says which answers are true. */
import type { Source } from '../../lessons/index.ts'
import { MODEL } from '../../run/index.ts'
import { inTerms, learning, noting } from '../../words/index.ts'

export function Rest({ sources, asked }: { sources: readonly Source[]; asked: boolean }) {
  return (
    <footer>
      {sources.length > 0 && (
        <section aria-labelledby="sources">
          <h2 id="sources">{learning.sources}</h2>
          <ol>
            {sources.map(({ name, place, url }, at) => (
              <li key={`${name} ${place}`}>
                {noting.source(at + 1)} {inTerms(name)}, {inTerms(place)} <span className="url">{url}</span>
              </li>
            ))}
          </ol>
        </section>
      )}
      {asked && <p>{noting.asked(MODEL)}</p>}
    </footer>
  )
}

/** As a mark behind what it says, or by its name where the list below does not have it. */
export function sourceMark({ name, place }: Source, sources: readonly Source[]): string {
  const at = sources.findIndex((source) => source.name === name && source.place === place)
  return at < 0 ? noting.sourceNamed(name, place) : noting.source(at + 1)
}
