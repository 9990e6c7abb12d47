/**
 * What happened, newest first, in words: the text twin of the timeline. A row seeks to its moment. What was
 * played beyond the playhead stays in the list, greyed, so that one can go forward by it as well. One tab stop:
 * arrows walk the rows. Narrowed to one participant or one kind, it looks further back for as many rows.
 */
import { type KeyboardEvent, memo, useEffect, useRef, useState } from 'react'
import type { Fact, Frame } from '../../engine/index.ts'
import { labels, panels, seconds, sentence } from '../../words/index.ts'
import { useLive, useSlice } from '../live/useLive.ts'
import { page, usePage } from '../page/page.ts'
import { LOG_KINDS, logKindOf } from './logKinds.ts'
import { isQuiet, toneOf } from './logTone.ts'

/** Rows before and after the playhead: more than anybody scrolls, few enough to render; fewer while they run by. */
const BEFORE = { playing: 60, paused: 240 }
const AFTER = 60
/** Events looked through for them while the log is narrowed. */
const NARROWED = 20
/** Wall seconds of play after the playhead within which later rows are looked for. */
const AHEAD = 30
/** Wall milliseconds between two looks while playing: rows that run by faster cannot be read. */
const LEAST_MS = 250

export function EventList() {
  const of = usePage((p) => p.logOf)
  const kind = usePage((p) => p.logKind)
  const frame = useSlice(({ frame }) => frame, LEAST_MS)
  const playing = useSlice(({ transport }) => transport.playing) ?? false
  const rows = useRows(of, kind)
  const list = useRef<HTMLOListElement>(null)
  const [here, setHere] = useState(0)
  const current = frame ? rows.find(({ t }) => t <= frame.time)?.id : undefined
  // The tab stop: where the arrows have been, else the present moment.
  const stop = rows.some(({ id }) => id === here) ? here : (current ?? rows[0]?.id)
  useEffect(() => {
    const box = list.current
    // A hand on the list scrolls it itself.
    if (box && !(playing && (box.matches(':hover') || box.contains(document.activeElement)))) keepInSight(box, current)
  }, [current, playing])
  const walk = (event: KeyboardEvent) => {
    const at = rows.findIndex(({ id }) => id === stop)
    const to = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: at + 10,
      PageUp: at - 10,
      Home: 0,
      End: rows.length - 1,
    }[event.key]
    if (to === undefined) return
    event.preventDefault()
    const row = rows[Math.max(0, Math.min(rows.length - 1, to))]
    if (row) list.current?.querySelector<HTMLElement>(`[data-fact="${row.id}"]`)?.focus()
  }
  return (
    <>
      <div className="head">
        <h2>{labels.eventLog}</h2>
        <div className="log-filters">
          <Which kind={kind} />
          {frame && <Whose frame={frame} of={of} />}
        </div>
      </div>
      {rows.length === 0 && (of !== '' || kind !== '') && <p className="log-none muted">{panels.noEvents}</p>}
      <ol ref={list} aria-label={labels.eventLog} data-log="" data-own-arrows="" onKeyDown={walk}>
        {rows.map((fact) => (
          <Row
            key={fact.id}
            fact={fact}
            later={frame !== null && fact.t > frame.time}
            current={fact.id === current}
            stop={fact.id === stop}
            onFocus={setHere}
          />
        ))}
      </ol>
    </>
  )
}

function Which({ kind }: { kind: string }) {
  const names = panels.logKinds
  return (
    <select
      aria-label={panels.whichEvents}
      value={kind}
      onChange={(event) => page.set({ logKind: event.target.value })}
      data-log-kind=""
    >
      <option value="">{panels.allEvents}</option>
      <option value="milestones">{names.milestones}</option>
      {LOG_KINDS.map((one) => (
        <option key={one} value={one}>
          {names[one]}
        </option>
      ))}
    </select>
  )
}

function Whose({ frame, of }: { frame: Frame; of: string }) {
  const ids = [...frame.nodes, ...frame.clients].map(({ id }) => id)
  for (const { id } of frame.monitors) ids.push(id)
  return (
    <select aria-label={labels.logOf} value={of} onChange={(event) => page.set({ logOf: event.target.value })}>
      <option value="">{labels.allNodes}</option>
      {ids.map((id) => (
        <option key={id} value={id}>
          {id}
        </option>
      ))}
    </select>
  )
}

interface RowProps {
  fact: Fact
  later: boolean
  current: boolean
  stop: boolean
  onFocus: (id: number) => void
}

const Row = memo(function Row({ fact, later, current, stop, onFocus }: RowProps) {
  const live = useLive()
  const tone = toneOf(fact)
  const text = sentence(fact)
  return (
    <li>
      <button
        type="button"
        className={`row ${current ? 'cur' : ''}`}
        data-fact={fact.id}
        data-kind={fact.kind}
        tabIndex={stop ? 0 : -1}
        aria-current={current ? 'true' : undefined}
        style={later ? { color: 'var(--muted)' } : undefined}
        title={text}
        onFocus={() => onFocus(fact.id)}
        onClick={() => live.do({ do: 'seek', t: fact.t })}
      >
        <span className="mono">{seconds(fact.t)}</span>
        <span className="mono truncate">{fact.at}</span>
        <span style={tone ? { color: `var(--${tone})`, fontWeight: 700 } : undefined}>{text}</span>
      </button>
    </li>
  )
})

/** Scrolls the list alone: `scrollIntoView` would move the panels around it as well. */
function keepInSight(list: HTMLElement, current: number | undefined): void {
  const row = list.querySelector(`[data-fact="${current}"]`)?.getBoundingClientRect()
  if (!row) return
  const box = list.getBoundingClientRect()
  list.scrollTop += Math.min(0, row.top - box.top) + Math.max(0, row.bottom - box.bottom)
}

const concerns = ({ at, args: { peer } }: Fact, id: string) => at === id || peer === id || at.split('~').includes(id)

/** The facts around the playhead that the log shows now, newest first; asked for again at the panels' pace. */
function useRows(of: string, kind: string): Fact[] {
  const live = useLive()
  const narrowed = of !== '' || kind !== ''
  const at = useSlice(
    ({ frame, transport: { time, playedTo, event, playing, run } }) => ({
      time,
      event,
      run,
      most: playing ? BEFORE.playing : BEFORE.paused,
      to: Math.min(playedTo, time + AHEAD * frame.paceUs),
    }),
    LEAST_MS,
  )
  const milestones = useSlice(({ transport }) => transport.milestones) ?? []
  const [facts, setFacts] = useState<Fact[][]>([])
  useEffect(() => {
    if (!at) return
    let wanted = true
    const { time, to, most } = at
    const times = narrowed ? NARROWED : 1
    const later =
      to > time
        ? live.lab.ask({ ask: 'facts', from: time + 1, to, most: AFTER * times, first: true })
        : Promise.resolve([])
    Promise.all([live.lab.ask({ ask: 'facts', from: 0, to: time, most: most * times }), later]).then(
      (found) => wanted && setFacts(found),
      // The simulation has just ended or starts again: the next update asks anew.
      () => {},
    )
    return () => {
      wanted = false
    }
  }, [live, at, narrowed])
  const [before = [], after = []] = kind === 'milestones' && at ? split(milestones, at.time) : facts
  const shown = (fact: Fact) =>
    !isQuiet(fact) &&
    (of === '' || concerns(fact, of)) &&
    (kind === '' || kind === 'milestones' || logKindOf(fact.kind) === kind)
  return [...before.filter(shown).slice(-(at?.most ?? 0)), ...after.filter(shown).slice(0, AFTER)].reverse()
}

/** The playback keeps all milestones at hand, however long ago. */
const split = (milestones: readonly Fact[], time: number): Fact[][] => [
  milestones.filter(({ t }) => t <= time),
  milestones.filter(({ t }) => t > time),
]
