/**
 * Where the stage has no room for clients and monitors, what each of them is at, in a line above the cards. Drawn only:
 * the twin of the stage in words tells them too.
 */
import type { Frame } from '../../engine/index.ts'
import { offStageLines } from '../../words/index.ts'
import { useSlice } from '../live/useLive.ts'
import { usePage } from '../page/page.ts'
import { useLesson } from './lesson.ts'

/** More lines than these would take the room of the cards. */
const MOST = 4
/** With more cards a stage is never set one below the other; cards. */
const STACK = 5

/** Those whom the step looks at, or everybody. */
export function OffStage({ frame }: { frame: Frame }) {
  const focus = useLesson(({ playing }) => playing?.lesson.steps[playing.at]?.focus) ?? []
  const lines = offStageLines(frame).filter(({ id }) => focus.length === 0 || focus.includes(id))
  if (lines.length === 0 || lines.length > MOST || frame.nodes.length > STACK) return null
  return (
    <div className="off-stage" aria-hidden="true" data-off-stage="">
      {lines.map(({ id, text }) => (
        <p key={id}>
          <b>{id}</b> {text}
        </p>
      ))}
    </div>
  )
}

/** Of the run as it stands, on a page that is narrow enough for cards below each other. */
export function OffStageNow() {
  const narrow = usePage((p) => p.room.width < 600)
  const frame = useSlice(({ frame }) => frame)
  return narrow && frame ? <OffStage frame={frame} /> : null
}
