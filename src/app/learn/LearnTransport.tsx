/** Time in a walkthrough: four buttons, and one lane. While a prediction waits, what lies ahead is hidden. */
import type { Frame } from '../../engine/index.ts'
import { learning } from '../../words/index.ts'
import { Scrubber } from '../lab/Scrubber.tsx'
import { TimelineDrawing } from '../later/around.ts'
import { useSlice } from '../live/useLive.ts'
import { page, usePage } from '../page/page.ts'
import { ActionButton } from '../parts/Button.tsx'
import { Icon } from '../parts/Icon.tsx'
import { TimeButtons } from '../parts/TimeButtons.tsx'

const HEIGHT = 70
/** Width of the page under which a lane has no room beside the buttons. */
const LEAST = 760

/** The lane of the node that the step is about, or of the first; of several masters, whether they agree. */
function laneOf({ nodes, multiMaster }: Frame): string {
  if (multiMaster) return 'agree'
  const focus = page.get().lesson?.focus ?? []
  return (nodes.find(({ id }) => focus.includes(id)) ?? nodes[0])?.id ?? ''
}

export function LearnTransport({ asks }: { asks: boolean }) {
  const playing = useSlice(({ transport }) => transport.playing) ?? false
  const narrow = usePage((p) => p.room.layout === 'phone' || p.room.width < LEAST)
  return (
    <div className="lesson-time">
      <div className="tb">
        <ActionButton action="reset" className="" label={learning.again}>
          <Icon name="reset" />
        </ActionButton>
        <TimeButtons playing={playing} />
      </div>
      <div className="lesson-line">
        {narrow ? (
          <Scrubber kind="broad" hides={asks} />
        ) : (
          <TimelineDrawing height={HEIGHT} laneOf={laneOf} {...(asks && { hidden: learning.hidden })} />
        )}
      </div>
    </div>
  )
}
