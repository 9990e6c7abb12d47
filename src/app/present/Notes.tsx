/** What only the presenter reads: notes, the words of the step in full, the answers and why they are wrong, what comes next. */
import type { ReactNode } from 'react'
import { type Prediction, type Step, sayToRoom, type Walkthrough } from '../../lessons/index.ts'
import { inTerms, learning, presenting as words } from '../../words/index.ts'
import { Prose } from '../learn/Prose.tsx'
import type { Report } from './channel.ts'
import { narrationOf } from './told.ts'

export function Notes({ lesson, report }: { lesson: Walkthrough; report: Report }) {
  const { at, phase, told, answer, correct } = report
  const step = lesson.steps[at]!
  const { gate } = step
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by a keyboard
    <main className="pw-notes" data-notes="" tabIndex={0} aria-label={words.notes}>
      <h2 className="pw-title">{inTerms(step.title)}</h2>
      <Part title={words.notes}>
        <Prose className="pw-note" text={step.teacher ?? words.noNotes} />
        {gate.is === 'state' && (
          <p>
            <b>{words.hint}</b> {inTerms(gate.hint)}
          </p>
        )}
      </Part>
      <Part title={words.saysNow}>
        {narrationOf({ lesson, at, phase, told, answers: answer === null ? {} : { [step.id]: answer } }).map((text) => (
          <Prose key={text} text={text} />
        ))}
      </Part>
      <Part title={words.saysAll}>
        <Prose text={step.say} />
        {phase === 'open' && told !== null && <Prose text={told} />}
        {step.remember !== undefined && <Prose className="pw-remember" text={step.remember} />}
        {step.model && (
          <>
            <h4>{learning.model}</h4>
            <Prose text={step.model.text} />
          </>
        )}
      </Part>
      {step.predict && <Answers asked={step.predict} right={phase === 'ask' ? null : correct} />}
    </main>
  )
}

/** What the next press leads to. */
export function NextUp({ next }: { next: Step | undefined }) {
  return (
    <section className="pw-next" aria-label={words.nextUp}>
      <h2>{words.nextUp}</h2>
      {next === undefined ? (
        <p>{words.lastUp}</p>
      ) : (
        <>
          <p>
            <b>{inTerms(next.title)}</b>
          </p>
          <Prose text={next.predict?.ask ?? sayToRoom(next)} />
        </>
      )}
    </section>
  )
}

function Answers({ asked, right }: { asked: Prediction; right: string | null }) {
  return (
    <Part title={words.why}>
      <p>
        <b>{inTerms(asked.ask)}</b>
      </p>
      <ul>
        {asked.options.map(({ id, text, because }) => (
          <li key={id} data-why={id}>
            <b className="mono">{id.toUpperCase()}</b> <b>{inTerms(text)}</b>
            {id === right && <em> {words.whyRight}</em>}
            <Prose text={because} />
          </li>
        ))}
      </ul>
    </Part>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h3>{title}</h3>
      {children}
    </section>
  )
}
