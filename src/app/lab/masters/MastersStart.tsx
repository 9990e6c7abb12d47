/** Before anything has played: with one master, or with several, how many, and who copies from whom. */
import { choiceWord, mastering, topologyWord } from '../../../words/index.ts'
import { useLive, useSlice } from '../../live/useLive.ts'
import { page } from '../../page/page.ts'
import { Segments } from '../../parts/Segments.tsx'
import { countsFor, mastersOf, TOPOLOGIES, withMasters } from './startMasters.ts'

export function MastersStart() {
  const live = useLive()
  const run = useSlice(({ transport }) => (transport.playedTo === 0 ? transport.run : null))
  if (!run) return null
  const { topology, masters } = mastersOf(run.scenario)
  const begin = (next: (typeof TOPOLOGIES)[number], count: number) => {
    page.select(null)
    page.set({ moved: {}, zoom: null })
    live.do({ do: 'revise', run: withMasters(run, next, count, live.opened) })
  }
  return (
    <>
      <div className="ctl" data-start-masters="">
        <div className="cl">
          <span className="name">{mastering.startKind}</span>
        </div>
        <Segments
          label={mastering.startKind}
          options={TOPOLOGIES.map((value) => ({
            value,
            text: topologyWord(value),
            title: choiceWord('multiMaster.topology', value),
          }))}
          value={topology}
          onChange={(next) => next !== topology && begin(next, masters)}
        />
      </div>
      {topology !== 'none' && (
        <div className="ctl" data-start-count="">
          <div className="cl">
            <span className="name">{mastering.howMany}</span>
          </div>
          <Segments
            label={mastering.howMany}
            options={countsFor(topology).map((value) => ({ value, text: `${value}` }))}
            value={masters}
            mono
            onChange={(count) => count !== masters && begin(topology, count)}
          />
          <p className="aside">{mastering.startHint}</p>
        </div>
      )}
    </>
  )
}
