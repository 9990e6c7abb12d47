/** The line above a walkthrough: which one, and the ways out of it. */

import type { Walkthrough } from '../../lessons/index.ts'
import { inTerms, labels, learning, noting, presenting } from '../../words/index.ts'
import { useLive } from '../live/useLive.ts'
import { Icon, Mark } from '../parts/Icon.tsx'
import { PageTools } from '../parts/PageTools.tsx'
import { ScreenIcon } from '../parts/ScreenIcon.tsx'
import { forkToLab } from './fork.ts'

export function LearnTop({ lesson, at }: { lesson: Walkthrough; at: number }) {
  const live = useLive()
  return (
    <header className="top">
      <a className="brand" href="#/">
        <Mark />
        <b className="wide-only">{labels.product}</b>
        <span className="sr-only narrow-name">{labels.home}</span>
      </a>
      <p className="lesson-name">
        <span className={lesson.date === undefined ? 'muted mono' : 'muted wide-only'}>
          {lesson.date ?? lesson.number}
        </span>
        <span className="truncate">{inTerms(lesson.title)}</span>
      </p>
      <nav className="tools" aria-label={labels.tools}>
        <a
          className="tool"
          href={`#/present/${lesson.id}/${at + 1}`}
          title={presenting.presentHint}
          aria-label={presenting.present}
          data-presents=""
        >
          <ScreenIcon />
          <span className="tool-word">{presenting.present}</span>
        </a>
        <a className="tool" href={`#/notes/${lesson.id}`} title={noting.linkHint} aria-label={noting.link}>
          <Icon name="file" />
          <span className="tool-word">{noting.link}</span>
        </a>
        <button
          type="button"
          className="tool"
          title={learning.forkHint}
          aria-label={learning.fork}
          data-fork=""
          onClick={() => void forkToLab(live)}
        >
          <Icon name="fork" />
          <span className="tool-word">{learning.fork}</span>
        </button>
        <PageTools />
      </nav>
    </header>
  )
}
