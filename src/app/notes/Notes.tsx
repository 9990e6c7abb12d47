/** Notes on a walkthrough for whoever teaches it: read on a screen, or printed on one sheet, black on white. */
import { useEffect, useState } from 'react'
import { inTerms, labels, noting } from '../../words/index.ts'
import { page } from '../page/page.ts'
import { Icon, Mark } from '../parts/Icon.tsx'
import { PageTools } from '../parts/PageTools.tsx'
import { Decided } from './Decided.tsx'
import { Head } from './Head.tsx'
import { printOnPaper } from './paper.ts'
import { Rest } from './Rest.tsx'
import { StepNotes } from './StepNotes.tsx'
import { useNotes } from './useNotes.ts'

export function Notes() {
  const id = useWalkthroughId()
  const noted = useNotes(id)
  useEffect(printOnPaper, [])
  const title = noted && inTerms(noted.lesson.title)
  useEffect(() => {
    if (title !== null) document.title = `${noting.heading}: ${title} – ${labels.product}`
  }, [title])
  const news = noted?.problem ? `${noting.failed} ${noted.problem}` : noted?.shown ? noting.done : ''
  useEffect(() => {
    if (news !== '') page.set({ said: { text: news } })
  }, [news])
  if (!noted) return <div className="lesson-notes" />
  const { lesson, at, shown, problem, decided } = noted
  return (
    <div
      className="lesson-notes"
      data-notes={lesson.id}
      data-asked={problem !== null ? 'failed' : shown ? 'done' : 'asking'}
    >
      <header className="top">
        <a className="brand" href="#/" aria-label={labels.product}>
          <Mark />
          <b>{labels.product}</b>
        </a>
        <p className="page-name">{noting.heading}</p>
        <nav className="tools" aria-label={labels.tools}>
          <a className="tool" href={`#/learn/${lesson.id}`} aria-label={noting.open}>
            <Icon name="play" />
            <span className="tool-word">{noting.open}</span>
          </a>
          <button type="button" className="btn solid" disabled={!shown} onClick={() => print()}>
            {noting.print}
          </button>
          <PageTools />
        </nav>
      </header>
      <main>
        <Head lesson={lesson} />
        <p className="state">
          {problem !== null ? (
            `${noting.failed} ${problem}`
          ) : shown ? (
            ''
          ) : (
            <span className="mono progress" style={{ '--done': at / lesson.steps.length } as React.CSSProperties}>
              {noting.asking(Math.min(at + 1, lesson.steps.length), lesson.steps.length)}
            </span>
          )}
        </p>
        <ol>
          {lesson.steps.map((step, i) => (
            <StepNotes key={step.id} step={step} number={i + 1} sources={lesson.sources} shown={shown}>
              {shown && decided?.at === i && <Decided frame={decided.frame} step={i + 1} />}
            </StepNotes>
          ))}
        </ol>
        <Rest sources={lesson.sources} asked={shown !== null} />
      </main>
    </div>
  )
}

/** From the address: `#/notes/ID`. */
function useWalkthroughId(): string {
  const [id, setId] = useState(idNow)
  useEffect(() => {
    const opened = () => setId((now) => idNow() || now)
    addEventListener('hashchange', opened)
    return () => removeEventListener('hashchange', opened)
  }, [])
  return id
}

const idNow = (): string => /^#\/?notes\/([a-z0-9-]+)/.exec(location.hash)?.[1] ?? ''
