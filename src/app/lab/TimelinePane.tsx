/**
 * The pane below the stage: the timeline, or lag along the same time. Its place is there at once, what is drawn in it
 * comes a moment later. The two tabs stand where the ruler leaves room.
 */
import { labels } from '../../words/index.ts'
import { TimelineDrawing } from '../later/around.ts'
import { LagPane } from '../later/monitor.ts'
import { useSlice } from '../live/useLive.ts'
import { page, usePage } from '../page/page.ts'
import { Tabs } from '../parts/Tabs.tsx'

const STRIPS = ['time', 'lag'] as const

export function TimelinePane() {
  const chosen = usePage((p) => p.strip)
  // Two stages side by side need the height that the chart would take, and it is about one run only. And where nobody
  // is a slave, nobody lags.
  const single = useSlice(({ other, frame }) => other !== null || frame.multiMaster !== null) ?? false
  const strip = single ? 'time' : chosen
  return (
    <section className={strip === 'lag' ? 'tl monitor' : 'tl'} aria-label={labels.strips[strip]}>
      <h2 className="sr-only">{labels.strips[strip]}</h2>
      {!single && (
        <Tabs
          className="strip-tabs"
          label={labels.stripTabs}
          controls="strip"
          all={STRIPS}
          now={strip}
          words={labels.stripWords}
          titles={labels.strips}
          onPick={(next) => page.set({ strip: next })}
        />
      )}
      <div role="tabpanel" id="strip" aria-label={labels.strips[strip]} className="contents">
        {strip === 'time' ? <TimelineDrawing /> : <LagPane />}
      </div>
    </section>
  )
}
