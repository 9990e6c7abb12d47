/** The hands of the class, to be counted from the presenter's window. */
import type { Prediction } from '../../lessons/index.ts'
import { inTerms, presenting as words } from '../../words/index.ts'
import { Icon } from '../parts/Icon.tsx'
import type { Asked, Report } from './channel.ts'
import { handsFor } from './hands.ts'

interface Props {
  asked: Prediction
  report: Report
  ask: (action: Asked) => void
}

export function PresenterTally({ asked, report, ask }: Props) {
  const { hands, tied, usable, phase, correct } = report
  return (
    <section className="pw-tally" aria-label={inTerms(asked.ask)}>
      <h2>{tied.length > 0 ? words.tied(tied) : phase === 'ask' ? words.predict : words.predicted}</h2>
      <ul>
        {asked.options.map(({ id, text }) => {
          const letter = id.toUpperCase()
          const n = handsFor(hands, id)
          return (
            <li key={id} data-hands={n} data-option={id}>
              <span>
                <b className="mono">{letter}</b> {inTerms(text)}
                {phase !== 'ask' && id === correct && <Icon name="tick" size={13} />}
              </span>
              <Ask ask={ask} action={`hand-back-${id}`} usable={usable} label={words.less(letter)}>
                −
              </Ask>
              <b className="mono">{n}</b>
              <Ask ask={ask} action={`hand-${id}`} usable={usable} label={words.more(letter, inTerms(text), n)}>
                +
              </Ask>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function Ask(props: { ask: Props['ask']; action: Asked; usable: Report['usable']; label: string; children: string }) {
  const { ask, action, usable, label, children } = props
  return (
    <button
      type="button"
      className="btn"
      aria-label={label}
      data-ask={action}
      disabled={!usable.includes(action)}
      onClick={() => ask(action)}
    >
      {children}
    </button>
  )
}
