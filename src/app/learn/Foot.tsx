/** Back and Next: always at the same place, whatever the step holds above them. */
import { noteOf, type Playing } from '../../lessons/index.ts'
import { learning } from '../../words/index.ts'
import { ActionButton } from '../parts/Button.tsx'
import { Icon } from '../parts/Icon.tsx'

export function Foot({ playing }: { playing: Playing }) {
  const { at, lesson, phase } = playing
  const last = at === lesson.steps.length - 1
  return (
    <nav className="lesson-foot" aria-label={learning.card}>
      <ActionButton action="lesson-back" className="btn quiet" named>
        <Icon name="back" />
        {learning.back}
      </ActionButton>
      <span className="muted" data-foot-note="">
        {noteOf(playing, last)}
      </span>
      <ActionButton action="lesson-next" className={phase === 'open' ? 'btn solid' : 'btn'} named>
        {last ? learning.finish : learning.next}
        <Icon name={last ? 'tick' : 'arrow'} />
      </ActionButton>
    </nav>
  )
}
