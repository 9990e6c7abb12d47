/** What to begin with: the run's own function, what was written last, and a few that keep or break the laws. */
import { merging, type StartingFunction, startingFunctions } from '../../../words/index.ts'

interface Props {
  /** What is written now. */
  source: string
  ofTheRun: string
  /** '' = nothing. */
  draft: string
  onChoose: (source: string, of: StartingFunction | null) => void
}

export function StartFrom({ source, ofTheRun, draft, onChoose }: Props) {
  const own = [
    { id: 'run', name: merging.ofTheRun, source: ofTheRun },
    { id: 'draft', name: merging.draft, source: draft },
  ].filter((one) => one.source !== '')
  const groups: [string, readonly { id: string; name: string; source: string }[]][] = [
    [merging.others, own],
    [merging.converging, startingFunctions.filter(({ breaks }) => breaks === null)],
    [merging.breaking, startingFunctions.filter(({ breaks }) => breaks !== null)],
  ]
  const all = groups.flatMap(([, list]) => list)
  return (
    <label className="start-from">
      <span className="muted">{merging.startFrom}</span>
      <select
        value={all.find((one) => one.source === source)?.id ?? ''}
        onChange={({ target }) => {
          const chosen = all.find(({ id }) => id === target.value)
          const known = startingFunctions.find(({ id }) => id === target.value)
          if (chosen) onChoose(chosen.source, known ?? null)
        }}
      >
        <option value="" disabled>
          {merging.asWritten}
        </option>
        {groups.map(
          ([name, list]) =>
            list.length > 0 && (
              <optgroup key={name} label={name}>
                {list.map((one) => (
                  <option key={one.id} value={one.id}>
                    {one.name}
                  </option>
                ))}
              </optgroup>
            ),
        )}
      </select>
    </label>
  )
}
