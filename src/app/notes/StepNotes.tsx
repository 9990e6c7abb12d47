/** One step: what to say, what to ask and which answer is true, what to do, what comes of it, and what should stay. */
import type { ReactNode } from 'react'
import type { Playing, Prediction, Source, Step } from '../../lessons/index.ts'
import { inTerms, learning, noting } from '../../words/index.ts'
import { Phrase } from '../learn/Prose.tsx'
import { Icon } from '../parts/Icon.tsx'
import { sourceMark } from './Rest.tsx'

interface Props {
  step: Step
  number: number
  /** Of the whole walkthrough. */
  sources: readonly Source[]
  /** Null: the engine is still asked. */
  shown: Playing | null
  /** Stands at the end. */
  children?: ReactNode
}

export function StepNotes({ step, number, sources, shown, children }: Props) {
  const { id, title, say, predict, gate, teacher, remember, model } = step
  const told = shown?.tolds[id]
  return (
    <li data-step={id}>
      <h2>
        <span className="mono">{number}</span> {inTerms(title)}
      </h2>
      <p className="says">
        <Phrase text={say} />
      </p>
      {predict && <Question asked={predict} correct={shown?.correct[id]} isAsked={shown !== null} />}
      {gate.is === 'state' && <Line name={noting.do} text={gate.hint} className="acts" />}
      {told !== undefined && <Line name={noting.then} text={told} className="then" />}
      {remember !== undefined && <Line name={learning.remember} text={remember} className="stays" />}
      {teacher !== undefined && <Line name={noting.teacher} text={teacher} className="teacher" />}
      {model !== undefined && (
        <Line name={learning.model} text={`${model.text} ${sourceMark(model.source, sources)}`} />
      )}
      {children}
    </li>
  )
}

function Line({ name, text, className }: { name: string; text: string; className?: string }) {
  return (
    <p className={className}>
      <b className="name">{name}</b> <Phrase text={text} />
    </p>
  )
}

/** `correct`: the option that the engine found true. */
function Question({
  asked: { ask, options },
  correct,
  isAsked,
}: {
  asked: Prediction
  correct: string | undefined
  isAsked: boolean
}) {
  return (
    <div className="question" data-correct={correct}>
      <p>
        <b className="name">{noting.ask}</b> <b>{inTerms(ask)}</b>
      </p>
      <ul>
        {options.map(({ id, text, reason, because }) => (
          <li key={id} className={id === correct ? 'true' : undefined} data-option={id}>
            <span className="mono">{id.toUpperCase()}</span> <b>{inTerms(text)}</b>
            {id === correct && (
              <span className="is">
                <Icon name="tick" size={11} />
                {noting.isTrue}
              </span>
            )}{' '}
            <span className="reason">
              <Phrase text={learning.belief(reason)} />
            </span>{' '}
            {correct !== undefined && <Phrase text={because} />}
          </li>
        ))}
      </ul>
      {isAsked && correct === undefined && <p>{noting.noneHolds}</p>}
    </div>
  )
}
