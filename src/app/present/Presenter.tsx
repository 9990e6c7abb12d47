/** The second window of whoever presents: notes, what the room reads, what comes next, the hands, the clock, and the buttons. */
import { useEffect, useState } from 'react'
import { fetchWalkthrough, type Walkthrough } from '../../lessons/index.ts'
import { inTerms, learning, presenting as words } from '../../words/index.ts'
import { useSaid } from '../page/useSaid.ts'
import { Clocks } from './Clocks.tsx'
import { NextUp, Notes } from './Notes.tsx'
import { PresenterButtons } from './PresenterButtons.tsx'
import { PresenterTally } from './PresenterTally.tsx'
import { useAskingKeys } from './useAskingKeys.ts'
import { useWatched } from './useWatched.ts'

export function Presenter({ lesson: id }: { lesson: string }) {
  const { report, gone, silent, ask } = useWatched(id)
  const lesson = useWalkthrough(id)
  useAskingKeys(report, ask)
  useEffect(() => {
    if (lesson && lesson !== 'unknown') document.title = words.title(inTerms(lesson.title))
  }, [lesson])
  const step = report && lesson !== 'unknown' && lesson?.steps[report.at]
  const problem = lesson === 'unknown' ? learning.unknown : silent ? words.silent : gone ? words.gone : words.waiting
  useSaid(!step || gone ? problem : '')
  const problemLine = (
    <p data-problem="">
      {problem}{' '}
      {lesson !== 'unknown' && !silent && (
        <a href={`#/present/${id}`} target="_blank" rel="noreferrer">
          {words.openIt}
        </a>
      )}
    </p>
  )
  return (
    <div className="presenter" data-presenter={id} data-step={step ? report.at + 1 : undefined}>
      <header>
        <h1>{lesson && lesson !== 'unknown' ? inTerms(lesson.title) : words.presenter}</h1>
        {step && lesson && <p className="mono">{words.progress(report.at + 1, lesson.steps.length)}</p>}
        {report && <Clocks since={report.since} />}
        <a className="tool" href={`#/notes/${id}`}>
          {words.printable}
        </a>
      </header>
      {!step && <main className="pw-problem">{problemLine}</main>}
      {step && gone && <div className="pw-problem">{problemLine}</div>}
      {step && lesson && (
        <>
          <Notes lesson={lesson} report={report} />
          <aside>
            {step.predict && <PresenterTally asked={step.predict} report={report} ask={ask} />}
            <NextUp next={lesson.steps[report.at + 1]} />
          </aside>
          <PresenterButtons report={report} ask={ask} />
        </>
      )}
    </div>
  )
}

/** Null: it is on its way. */
function useWalkthrough(id: string): Walkthrough | 'unknown' | null {
  const [lesson, setLesson] = useState<Walkthrough | 'unknown' | null>(null)
  useEffect(() => {
    let wanted = true
    const arrived = (found: Walkthrough | undefined) => wanted && setLesson(found ?? 'unknown')
    fetchWalkthrough(id).then(arrived, () => arrived(undefined))
    return () => {
      wanted = false
    }
  }, [id])
  return lesson
}
