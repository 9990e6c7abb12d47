/** The clock, what it stands at, and how it goes. */

import { labels } from '../../words/index.ts'
import { SEGMENT_SPEEDS } from '../actions/time.ts'
import { ClockPanel } from '../later/index.ts'
import { useLive, useSlice } from '../live/useLive.ts'
import { page, usePage } from '../page/page.ts'
import { ActionButton } from '../parts/Button.tsx'
import { Icon } from '../parts/Icon.tsx'
import { Segments } from '../parts/Segments.tsx'
import { TimeButtons } from '../parts/TimeButtons.tsx'
import { BranchesButton } from './branches/BranchesButton.tsx'
import { Clock } from './Clock.tsx'
import { Pace } from './Pace.tsx'

export function Transport() {
  const open = usePage((p) => p.open === 'clock')
  const at = useSlice(({ transport: { event, playing, ended } }) => ({ event, playing, ended }))
  if (!at) return <section className="trans" aria-label={labels.transport} />
  return (
    <section className="trans" aria-label={labels.transport}>
      <button
        type="button"
        className="now mono"
        aria-expanded={open}
        title={labels.clock}
        onClick={() => page.toggle('clock')}
      >
        <span className="sr-only">{labels.clock}: </span>
        <Clock />
        <span className="unit"> s</span>
      </button>
      {open && <ClockPanel />}
      <p className="ev">
        <span>
          {labels.event} <span className="mono">{at.event}</span>
          {/* The button says so, too, and the room is the pace's while it plays, or the number's when that is long. */}
          <span className={at.playing || at.event > 999 ? 'sr-only' : 'stands'}>
            , {labels.stands(at.playing, at.ended)}
          </span>
        </span>
        <Pace />
      </p>
      <TransportButtons playing={at.playing} />
      <Speeds />
      <BranchesButton />
    </section>
  )
}

/** The segments hold the everyday speeds; a faster one that the keys have set stands beside them as long as it holds. */
const speedsBeside = (speed: number): number[] =>
  SEGMENT_SPEEDS.includes(speed) ? SEGMENT_SPEEDS : [...SEGMENT_SPEEDS, speed].sort((a, b) => a - b)

export function Speeds() {
  const live = useLive()
  const speed = useSlice(({ transport }) => transport.speed) ?? 1
  return (
    <Segments
      label={labels.speed}
      mono
      options={speedsBeside(speed).map((value) => ({ value, text: value >= 2 ? `${value}×` : `${value}` }))}
      value={speed}
      onChange={(to) => live.do({ do: 'speed', speed: to })}
    />
  )
}

function TransportButtons({ playing }: { playing: boolean }) {
  return (
    <div className="tb">
      <ActionButton action="reset" className="">
        <Icon name="reset" />
      </ActionButton>
      <ActionButton action="previous-milestone" className="">
        <Icon name="previous" />
      </ActionButton>
      <TimeButtons playing={playing} />
      <ActionButton action="next-milestone" className="">
        <Icon name="next" />
      </ActionButton>
    </div>
  )
}
