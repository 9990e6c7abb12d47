/** Between what is told and the way on: the hands of the class, or what the step waits for. */
import type { Playing, Step } from '../../lessons/index.ts'
import { learning } from '../../words/index.ts'
import { ShowMe } from '../learn/Prediction.tsx'
import { Moves } from '../learn/YourMove.tsx'
import { RoomSettings } from './RoomSettings.tsx'
import { Tally } from './Tally.tsx'

export function Middle({ playing }: { playing: Playing }) {
  const { lesson, at, phase } = playing
  const step = lesson.steps[at]
  if (!step || phase === 'enter' || phase === 'done') return null
  const { predict, gate, allow = [] } = step
  // What came of a move is looked at without the buttons that led there.
  const isFree = allow.length > 0 && (phase === 'do' || (phase === 'open' && gate.is !== 'state'))
  const waits = phase === 'do' && gate.is === 'state'
  if (predict && !waits) return <Tally asked={predict} playing={playing} />
  if (isFree || waits) return <Move step={step} waits={waits} failed={playing.failed} />
  return phase === 'show' ? <p className="pt-wait">{learning.showing}</p> : null
}

/** What the room may ask for; whoever presents it does it. */
function Move({ step: { allow = [] }, waits, failed }: { step: Step; waits: boolean; failed: boolean }) {
  return (
    <section className="pt-move" aria-label={learning.yourMove}>
      <header>
        <h2>{failed ? learning.failedShort : learning.yourMove}</h2>
        {waits && <ShowMe />}
      </header>
      <Moves allow={allow.filter((one) => 'action' in one)} />
      <RoomSettings allow={allow} />
    </section>
  )
}
