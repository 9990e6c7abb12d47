/** The line above a walkthrough: which one, and the ways out of it. */

import type { Walkthrough } from '../../lessons/index.ts'
import { inTerms, labels, learning } from '../../words/index.ts'
import { useLive } from '../live/useLive.ts'
import { Icon, Mark } from '../parts/Icon.tsx'
import { PageTools } from '../parts/PageTools.tsx'
import { forkToLab } from './fork.ts'

export function LearnTop({ lesson }: { lesson: Walkthrough }) {
  const live = useLive()
  return (
    <header className="top">
      <a className="brand" href="#/">
        <Mark />
        <b className="wide-only">{labels.product}</b>
        <span className="sr-only narrow-name">{labels.home}</span>
      </a>
      <p className="lesson-name">
        {lesson.number !== null && <span className="muted mono">{lesson.number}</span>}
        <span className="truncate">{inTerms(lesson.title)}</span>
      </p>
      <nav className="tools" aria-label={labels.tools}>
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
