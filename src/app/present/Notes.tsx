/** What only the presenter reads: notes, the words of the step in full, the answers and why they are wrong, what comes next. */
import type { ReactNode } from 'react'
import { type Prediction, sayToRoom, type Walkthrough } from '../../lessons/index.ts'
import { inTerms, learning, presenting as words } from '../../words/index.ts'
import { Prose } from '../learn/Prose.tsx'
import type { Report } from './channel.ts'

export function Notes({ lesson, report }: { lesson: Walkthrough; report: Report }) {
  const step = lesson.steps[report.at]!
  const next = lesson.steps[report.at + 1]
  const { gate } = step
  return (
    <main className="pw-notes" data-notes="">
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
        <Prose text={report.phase === 'open' && report.told !== null ? report.told : sayToRoom(step)} />
        {step.remember !== undefined && <Prose className="pw-remember" text={step.remember} />}
      </Part>
      <Part title={words.saysAll}>
        <Prose text={step.say} />
        {step.model && (
          <>
            <h4>{learning.model}</h4>
            <Prose text={step.model.text} />
          </>
        )}
      </Part>
      {step.predict && <Answers asked={step.predict} right={report.phase === 'ask' ? null : report.correct} />}
      <Part title={words.nextUp}>
        {next ? (
          <>
            <p>
              <b>{inTerms(next.title)}</b>
            </p>
            <Prose text={sayToRoom(next)} />
          </>
        ) : (
          <p>{words.lastUp}</p>
        )}
      </Part>
    </main>
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
