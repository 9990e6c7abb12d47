/** The hands of the class: a square for each, beside its answer. Once it is revealed, the right one carries a tick. */
import type { Option, Playing, Prediction } from '../../lessons/index.ts'
import { inTerms, presenting as words } from '../../words/index.ts'
import { ActionButton } from '../parts/Button.tsx'
import { Icon } from '../parts/Icon.tsx'
import { type Hands, handsFor, total } from './hands.ts'
import { handsKey, usePresenting } from './presenting.ts'
import { Squares } from './Squares.tsx'

const NONE: Hands = {}
/** Phases in which the right answer is not known to the room. */
const HIDDEN: readonly Playing['phase'][] = ['enter', 'ask', 'weigh', 'reveal', 'world']

export function Tally({ asked, playing }: { asked: Prediction; playing: Playing }) {
  const { lesson, at, phase, correct } = playing
  const step = lesson.steps[at]!
  const hands = usePresenting((p) => p.hands[handsKey(lesson.id, step.id)]) ?? NONE
  const tied = usePresenting((p) => p.tied)
  const right = HIDDEN.includes(phase) ? undefined : correct[step.id]
  const most = Math.max(...asked.options.map(({ id }) => handsFor(hands, id)))
  const isOpen = phase === 'ask'
  return (
    <section className="pt-tally" aria-label={inTerms(asked.ask)} data-tally={phase} data-right={right}>
      <header>
        <h2>{heading(isOpen, hands, tied)}</h2>
        {isOpen && tied.length === 0 && (
          <ActionButton action="reveal" className="btn solid" named>
            {words.reveal}
          </ActionButton>
        )}
      </header>
      <ul>
        {asked.options.map((option) => (
          <li
            key={option.id}
            className={option.id === right ? 'right' : ''}
            data-option={option.id}
            data-hands={handsFor(hands, option.id)}
          >
            {isOpen ? (
              <>
                <Raise option={option} hands={hands} most={most} tied={tied.includes(option.id)} />
                <ActionButton
                  action={`hand-back-${option.id}`}
                  className="pt-less"
                  label={words.less(option.id.toUpperCase())}
                >
                  <Icon name="dash" size={12} />
                </ActionButton>
              </>
            ) : (
              <p className="pt-row">
                <Row option={option} hands={hands} most={most} right={option.id === right} />
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function heading(isOpen: boolean, hands: Hands, tied: readonly string[]): string {
  if (tied.length > 0) return words.tied(tied)
  if (isOpen) return words.predict
  return total(hands) > 0 ? words.predicted : words.answers
}

interface Props {
  option: Option
  hands: Hands
  most: number
}

/** The whole row adds a hand; while answers are tied it chooses the one that is played. */
function Raise({ option, tied, ...props }: Props & { tied: boolean }) {
  const letter = option.id.toUpperCase()
  return (
    <ActionButton
      action={`hand-${option.id}`}
      className={tied ? 'pt-more tied' : 'pt-more'}
      label={tied ? words.tiedPick(letter) : words.oneMore(letter)}
      named
    >
      <Row option={option} {...props} right={false} />
    </ActionButton>
  )
}

function Row({ option: { id, text }, hands, most, right }: Props & { right: boolean }) {
  const n = handsFor(hands, id)
  return (
    <>
      <b className="mono" aria-hidden="true">
        {id.toUpperCase()}
      </b>
      <span aria-hidden="true">{inTerms(text)}</span>
      <Squares n={n} most={most} />
      <span className="mono pt-n" aria-hidden="true">
        {n > 0 ? n : ''}
        {right && <Icon name="tick" size={13} />}
      </span>
      <span className="sr-only">
        {words.row(id.toUpperCase(), inTerms(text), n)}
        {right && `, ${words.right}`}
      </span>
    </>
  )
}
