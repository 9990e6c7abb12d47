/** A question before anything happens: one answer of two to four, locked in, and then the run says what is true. */
import { type Prediction as Asked, type Playing, verdictOf } from '../../lessons/index.ts'
import { inTerms, learning } from '../../words/index.ts'
import { Icon } from '../parts/Icon.tsx'
import { tell } from './lesson.ts'
import { Prose } from './Prose.tsx'

export function Prediction({ asked, playing }: { asked: Asked; playing: Playing }) {
  const { chosen } = playing
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        tell({ is: 'lock' })
      }}
    >
      <fieldset className="ask">
        <legend>{inTerms(asked.ask)}</legend>
        {asked.options.map(({ id, text, reason }) => (
          <label key={id} className={id === chosen ? 'option chosen' : 'option'} data-option={id}>
            <input
              type="radio"
              name="prediction"
              value={id}
              checked={id === chosen}
              onChange={() => tell({ is: 'choose', option: id })}
            />
            <Key id={id} />
            <b>{inTerms(text)}</b>
            <span className="reason">{inTerms(reason)}</span>
          </label>
        ))}
      </fieldset>
      <div className="ask-acts">
        <button type="submit" className="btn solid lock" disabled={chosen === null} data-lock="">
          {chosen === null
            ? learning.lockNothing(inTerms(asked.then))
            : learning.lock(letter(chosen), inTerms(asked.then))}
        </button>
        <ShowMe />
      </div>
    </form>
  )
}

/** Once one is locked in: which was chosen, and which is true; the others have said what they had to say. */
export function Answered({ asked, answer, correct }: { asked: Asked; answer: string; correct: string | undefined }) {
  const isShown = ({ id }: { id: string }) => correct === undefined || id === answer || id === correct
  return (
    <section className="ask" aria-label={inTerms(asked.ask)} data-answered={answer} data-correct={correct}>
      <h2>{inTerms(asked.ask)}</h2>
      <ul>
        {asked.options.filter(isShown).map(({ id, text, reason }) => (
          <li
            key={id}
            className={
              id === correct ? 'option answered true' : id === answer ? 'option answered chosen' : 'option answered'
            }
          >
            <Key id={id} />
            <b>{inTerms(text)}</b>
            <span className="reason">
              {id === answer ? learning.you : inTerms(reason)}
              {id === correct && <Icon name="tick" />}
            </span>
          </li>
        ))}
      </ul>
      {correct !== undefined && <Prose className="verdict" text={verdictOf(asked, answer, correct)} />}
    </section>
  )
}

export function ShowMe() {
  return (
    <button type="button" className="btn quiet" data-show-me="" onClick={() => tell({ is: 'show-me' })}>
      {learning.showMe}
    </button>
  )
}

const letter = (id: string): string => id.toUpperCase()

const Key = ({ id }: { id: string }) => <span className="key mono">{letter(id)}</span>
