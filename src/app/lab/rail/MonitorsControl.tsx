/**
 * How many monitors there are, and in which data centre each stands. No action can change that: another number is
 * another scenario, which is played from its start to this moment. Undo brings the old one back.
 */
import { labels, rail } from '../../../words/index.ts'
import { useLive, useSlice } from '../../live/useLive.ts'
import { page } from '../../page/page.ts'
import { Segments } from '../../parts/Segments.tsx'
import { WithHint } from '../Hint.tsx'
import { COUNTS, type Count, countOf, withMonitors, withPlace } from './monitorCount.ts'

export function MonitorsControl() {
  const live = useLive()
  const run = useSlice(({ transport }) => transport.run)
  if (!run) return null
  const { monitors } = run.scenario.failover
  const count = countOf(run.scenario)
  const before = live.opened ? countOf(live.opened) : count
  const choose = (to: number) => {
    if (to === count) return
    if (page.get().selection?.kind === 'monitor') page.select(null)
    live.do({ do: 'revise', run: withMonitors(run, to as Count) })
  }
  return (
    <div className="ctl" data-monitors-count={count} data-changed={count !== before || undefined}>
      <WithHint name={rail.monitors} hint={rail.monitorsHint}>
        {(hint) => (
          <div className="cl">
            <span className="name">
              {rail.monitors}
              {count !== before && (
                <button
                  type="button"
                  className="dot"
                  aria-label={labels.resetSetting(rail.monitors)}
                  title={labels.resetSetting(rail.monitors)}
                  onClick={() => choose(before)}
                />
              )}
              {hint}
            </span>
          </div>
        )}
      </WithHint>
      <Segments
        label={rail.monitors}
        options={COUNTS.map((value) => ({ value: value as number, text: value === 0 ? rail.none : `${value}` }))}
        value={count}
        onChange={choose}
      />
      {monitors.map(({ id, dataCenter }) => (
        <Place key={id} id={id} here={dataCenter ?? ''} />
      ))}
      <p className="aside">{rail.fromTheStart}</p>
    </div>
  )
}

/** Where one of several stands; nothing where there is only one place to stand. */
function Place({ id, here }: { id: string; here: string }) {
  const live = useLive()
  const run = useSlice(({ transport }) => transport.run)
  const places = useSlice(({ frame }) => frame.dataCenters.map((one) => one.id)) ?? []
  if (!run || places.length === 0) return null
  return (
    <label className="upstream" data-place={id}>
      <b className="mono">{id}</b>
      <select
        className="mono"
        aria-label={rail.whereStands(id)}
        value={here}
        onChange={(event) => live.do({ do: 'revise', run: withPlace(run, id, event.target.value) })}
      >
        <option value="">{rail.nowhere}</option>
        {places.map((place) => (
          <option key={place} value={place}>
            {place}
          </option>
        ))}
      </select>
    </label>
  )
}
