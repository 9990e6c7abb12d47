/** All that a figure can be asked for, by section; a closed one says what has been chosen in it. */
import type { Name } from '../../embed/index.ts'
import { walkthroughs } from '../../lessons/index.ts'
import { presetCards } from '../../scenarios/index.ts'
import { building, inTerms, TERMS, vocabularyName } from '../../words/index.ts'
import { type Built, frameHeight, HEIGHTS, MOST_LABEL, withGiven } from './built.ts'
import { type Choice, OptionRow } from './OptionRow.tsx'
import { nameOf, sectionsOf } from './sections.ts'
import type { Seen } from './seen.ts'

interface Props {
  built: Built
  seen: Seen
  /** The run that came from the lab; null = there was none. */
  brought: string | null
  onChange: (change: Partial<Built>) => void
}

/** What belongs to one run or to one walkthrough, and goes with it. */
const OF_A_RUN: readonly string[] = [
  'scenario',
  's',
  'seed',
  'at',
  'until',
  'loop',
  'focus',
  'walkthrough',
  'step',
  'steps',
]
/** In the list of scenarios: the run from the lab. */
const BROUGHT = 's'
const OPEN = ['run', 'time']

export function Options({ built, seen, brought, onChange }: Props) {
  const { given } = built
  const set = (name: Name, text: string) => {
    if (name === 'scenario' && text === BROUGHT) play('s', brought ?? '')
    else if (name === 'scenario' || name === 'walkthrough') play(name, text)
    else onChange({ given: withGiven(given, name, text) })
  }
  const play = (name: Name, text: string) => {
    const kept = Object.fromEntries(Object.entries(given).filter(([name]) => !OF_A_RUN.includes(name)))
    onChange({ given: withGiven(kept, name, text) })
  }
  const choices: Partial<Record<Name, Choice[]>> = {
    scenario: [
      ...(given.walkthrough === undefined ? [] : [{ value: '', text: building.nothing }]),
      ...(brought === null ? [] : [{ value: BROUGHT, text: building.thisRun }]),
      ...presetCards.map(({ id, title }) => ({ value: id, text: inTerms(title) })),
    ],
    walkthrough: [
      { value: '', text: building.nothing },
      ...walkthroughs.map(({ id, title }) => ({ value: id, text: inTerms(title) })),
    ],
    terms: TERMS.map((value) => ({ value, text: vocabularyName(value) })),
  }
  return (
    <section className="options" aria-label={building.options}>
      {sectionsOf(given).map(({ section, names }) => (
        <details key={section} open={OPEN.includes(section)} data-section={section}>
          <summary>
            <h2>{building.sections[section]}</h2>
            <span className="sum muted">{changedIn(names, given)}</span>
          </summary>
          {names.map((name) => (
            <OptionRow
              key={name}
              name={name}
              text={name === 'scenario' ? playedIn(given) : given[name]}
              choices={choices[name]}
              onChange={(text) => set(name, text)}
            >
              {(name === 'at' || name === 'until') && seen.t !== null && (
                <button
                  type="button"
                  className="link"
                  aria-label={building.fromPreviewFor(nameOf(name))}
                  onClick={() => set(name, `${seen.t}`)}
                >
                  {building.fromPreview}
                </button>
              )}
            </OptionRow>
          ))}
          {section === 'page' && <OfThePage built={built} seen={seen} onChange={onChange} />}
        </details>
      ))}
    </section>
  )
}

/** What the list of scenarios stands at. */
const playedIn = ({ s, walkthrough, scenario }: Built['given']): string | undefined =>
  s !== undefined ? BROUGHT : walkthrough !== undefined && scenario === undefined ? '' : scenario

const changedIn = (names: readonly Name[], given: Built['given']): string =>
  names
    .filter((name) => given[name] !== undefined)
    .map(nameOf)
    .join(', ')

/** What the snippet says besides the figure's parameters. */
function OfThePage({ built, seen, onChange }: Omit<Props, 'brought'>) {
  return (
    <>
      <label className="ctl">
        <span className="cl">{building.label}</span>
        <input
          className="typed"
          maxLength={MOST_LABEL}
          placeholder={inTerms(seen.title)}
          title={building.labelHint}
          value={built.label}
          onChange={(event) => onChange({ label: event.target.value })}
        />
      </label>
      <label className="ctl">
        <span className="cl">{building.height}</span>
        <input
          className="typed mono"
          type="number"
          min={HEIGHTS.least}
          max={HEIGHTS.most}
          title={building.heightHint}
          value={frameHeight(built)}
          onChange={({ target: { valueAsNumber: height } }) =>
            onChange({ height: height >= HEIGHTS.least && height <= HEIGHTS.most ? Math.round(height) : null })
          }
        />
      </label>
    </>
  )
}
