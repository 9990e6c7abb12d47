/** One of the reader's numbers: its name, its value with the unit, and a fader or segments. */
import { LIMITS as MUST_NOT, NEEDS, type NeedName, type Needs } from '../../scenarios/index.ts'
import { needChoices, needHints, needNames, needValue } from '../../words/index.ts'
import { Fader } from '../lab/Fader.tsx'
import { WithHint } from '../lab/Hint.tsx'
import { Segments } from '../parts/Segments.tsx'

interface Props {
  name: NeedName
  needs: Needs
  onChange: (change: Partial<Needs>) => void
}

export function NeedRow({ name, needs, onChange }: Props) {
  const need = NEEDS[name]
  const label = needNames[name]
  const value = needs[name]
  const set = (to: number | string) => onChange({ [name]: to })
  const isLimit = name in MUST_NOT
  const fades = need.is === 'number' && need.unit !== 'places'
  const line = (hint: React.ReactNode) => (
    <div className="cl">
      <span className="name">
        {label}
        {hint}
      </span>
      {fades && <span className="mono">{needValue(need.unit, Number(value), isLimit)}</span>}
    </div>
  )
  const hint = needHints[name]
  return (
    <div className="ctl" data-need={name} data-value={value}>
      {hint === undefined ? (
        line(null)
      ) : (
        <WithHint name={label} hint={hint}>
          {line}
        </WithHint>
      )}
      {need.is === 'choice' ? (
        <Segments
          label={label}
          options={need.choices.map((choice) => ({ value: choice as string, text: needChoices[choice] ?? choice }))}
          value={`${value}`}
          onChange={set}
        />
      ) : fades ? (
        <Fader
          id={`need-${name}`}
          label={label}
          stops={withValue(need.stops, Number(value))}
          value={Number(value)}
          landmarks={[need.default]}
          text={(number) => needValue(need.unit, number, isLimit)}
          onCommit={set}
        />
      ) : (
        <Segments
          mono
          label={label}
          options={need.stops.map((stop) => ({ value: stop as number, text: needValue(need.unit, stop, false) }))}
          value={Number(value)}
          onChange={set}
        />
      )}
    </div>
  )
}

/** An address may bring a value that is no stop. */
const withValue = (stops: readonly number[], value: number): number[] =>
  [...new Set([...stops, value])].sort((a, b) => a - b)
