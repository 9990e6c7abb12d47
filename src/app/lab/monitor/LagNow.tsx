/** What the chart shows, in words: one slave's measures where somebody points, or at the playhead; and all along time. */

import { badge, type LagMoment, lagAt } from '../../../stage/index.ts'
import { alerting, moment, span, whole } from '../../../words/index.ts'
import { useSlice } from '../../live/useLive.ts'
import { page, usePage } from '../../page/page.ts'
import { Drawn } from '../../parts/Drawn.tsx'
import { Segments } from '../../parts/Segments.tsx'
import { type AskedSeries, useSeries } from './useLagSeries.ts'

const MEASURES = ['trueUs', 'reported', 'heartbeatUs', 'toReceive', 'toApply'] as const

function said(name: (typeof MEASURES)[number], at: LagMoment): string {
  const value = at[name]
  if (value === null) return name === 'reported' ? 'NULL' : name === 'heartbeatUs' ? alerting.none : alerting.unknown
  if (name === 'reported') return `${value} s`
  return name === 'toReceive' || name === 'toApply' ? whole(value) : span(value)
}

export function SlavePicker({ ids, slave }: { ids: readonly string[]; slave: string }) {
  return (
    <Segments
      label={alerting.whose}
      options={ids.map((id) => ({ value: id, text: id }))}
      value={slave}
      mono
      onChange={(id) => {
        page.set({ lagOf: id })
        page.select({ kind: 'node', id })
      }}
    />
  )
}

export function LagNow({ asked, slave }: { asked: AskedSeries; slave: string }) {
  const series = useSeries(asked)
  const hover = usePage((p) => p.hover)
  const now = useSlice(({ frame: { time, nodes } }) => {
    const lag = nodes.find(({ id }) => id === slave)?.lag
    return { time, level: lag?.level ?? 'unknown' }
  })
  const time = hover ?? now?.time ?? 0
  const at = series && lagAt(series, slave, time)
  return (
    <div className="mon-now">
      <p className="flex items-center gap-2">
        <Drawn shapes={[badge(now?.level ?? 'unknown', 8, 8)]} width={16} height={16} />
        <b className="mono">{slave}</b>
        <span className="muted mono">{alerting.at(at?.t ?? time, hover !== null)}</span>
      </p>
      {at && (
        <dl>
          {MEASURES.filter((name) => name !== 'heartbeatUs' || at[name] !== null).map((name) => (
            <div key={name} data-measure={name}>
              <dt>{alerting.rows[name]}</dt>
              <dd>{said(name, at)}</dd>
            </div>
          ))}
        </dl>
      )}
      {series && <Table asked={asked} slave={slave} />}
    </div>
  )
}

/** Rows of the text twin: enough to follow what happened. */
const ROWS = 12

/** The chart for who does not see it. */
function Table({ asked, slave }: { asked: AskedSeries; slave: string }) {
  const series = useSeries(asked)!
  const every = Math.max(1, Math.ceil(series.at.length / ROWS))
  const times = series.at.filter((_, i) => i % every === 0)
  return (
    <table className="sr-only">
      <caption>{alerting.table(slave)}</caption>
      <thead>
        <tr>
          <th scope="col">{alerting.when}</th>
          {MEASURES.map((name) => (
            <th key={name} scope="col">
              {alerting.rows[name]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {times.map((t) => {
          const at = lagAt(series, slave, t)
          return (
            at && (
              <tr key={t}>
                <th scope="row">{moment(t)}</th>
                {MEASURES.map((name) => (
                  <td key={name}>{said(name, at)}</td>
                ))}
              </tr>
            )
          )
        })}
      </tbody>
    </table>
  )
}

/** Whole copies of the newest entry: a pip for each that is wanted, full where it is there. */
export function CopiesGauge() {
  const found = useSlice(({ frame: { copies, alerts } }) => ({
    ...copies,
    // What is on its way is no matter; what stays away is.
    thin: alerts.some(({ reason, to }) => reason === 'copies' && to === null),
  }))
  if (!found) return null
  const { thin, ...copies } = found
  const { complete, needed } = copies
  return (
    <p className="mon-copies" data-copies={`${complete}/${needed}`}>
      <svg className="stage" width={Math.max(complete, needed) * 14} height={12} aria-hidden="true">
        {Array.from({ length: Math.max(complete, needed) }, (_, i) => (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: pips are nothing but their place
            key={i}
            x={i * 14 + 1}
            y={1}
            width={10}
            height={10}
            fill={i < complete ? 'var(--ink)' : 'none'}
            stroke={i < complete ? 'var(--ink)' : thin ? 'var(--crit)' : 'var(--line)'}
            strokeWidth={1.5}
            strokeDasharray={i < complete ? undefined : '3 2'}
          />
        ))}
      </svg>
      <span className={thin ? 'text-crit' : ''}>{alerting.copies(copies)}</span>
    </p>
  )
}
