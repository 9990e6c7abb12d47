/**
 * What happened, newest first, in words: the text twin of the timeline. A row seeks to its moment. What was
 * played beyond the playhead stays in the list, greyed, so that one can go forward by it as well.
 */
import { memo, useEffect, useRef, useState } from 'react'
import type { Fact, Frame } from '../../engine/index.ts'
import { labels, seconds, sentence } from '../../words/index.ts'
import { useLive, useSlice } from '../live/useLive.ts'
import { page, usePage } from '../page/page.ts'
import { isQuiet, toneOf } from './logTone.ts'

/** Rows before and after the playhead: more than anybody scrolls, few enough to render; fewer while they run by. */
const BEFORE = { playing: 60, paused: 240 }
const AFTER = 60
/** Wall seconds of play after the playhead within which later rows are looked for. */
const AHEAD = 30

export function EventLog() {
  const of = usePage((p) => p.logOf)
  const frame = useSlice(({ frame }) => frame)
  const facts = useFacts()
  const list = useRef<HTMLOListElement>(null)
  const rows = facts.filter((fact) => !isQuiet(fact) && (of === '' || concerns(fact, of))).reverse()
  const current = frame ? rows.find(({ t }) => t <= frame.time)?.id : undefined
  const playing = useSlice(({ transport }) => transport.playing) ?? false
  useEffect(() => {
    if (!playing && list.current) keepInSight(list.current, current)
  }, [current, playing])
  return (
    <section className="log" aria-label={labels.eventLog}>
      <div className="head">
        <h2>{labels.eventLog}</h2>
        {frame && <Whose frame={frame} of={of} />}
      </div>
      {/* A scrolling list must be reachable by keyboard even when it is empty. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls */}
      <ol ref={list} tabIndex={0} aria-label={labels.eventLog} data-log="">
        {rows.map((fact) => (
          <Row key={fact.id} fact={fact} later={frame !== null && fact.t > frame.time} current={fact.id === current} />
        ))}
      </ol>
    </section>
  )
}

function Whose({ frame, of }: { frame: Frame; of: string }) {
  const ids = [...frame.nodes, ...frame.clients].map(({ id }) => id)
  if (frame.monitor) ids.push('monitor')
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

const Row = memo(function Row({ fact, later, current }: { fact: Fact; later: boolean; current: boolean }) {
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
        aria-current={current ? 'true' : undefined}
        style={later ? { color: 'var(--muted)' } : undefined}
        title={text}
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

/** The facts around the playhead, asked for again at the panels' pace. */
function useFacts(): Fact[] {
  const live = useLive()
  const at = useSlice(({ frame, transport: { time, playedTo, event, playing, run } }) => ({
    time,
    event,
    run,
    most: playing ? BEFORE.playing : BEFORE.paused,
    to: Math.min(playedTo, time + AHEAD * frame.paceUs),
  }))
  const [facts, setFacts] = useState<Fact[]>([])
  useEffect(() => {
    if (!at) return
    let wanted = true
    const { time, to, most } = at
    const later = to > time ? live.lab.ask({ ask: 'facts', from: time + 1, to, most: AFTER }) : Promise.resolve([])
    Promise.all([live.lab.ask({ ask: 'facts', from: 0, to: time, most }), later]).then((found) => {
      if (wanted) setFacts(found.flat())
    })
    return () => {
      wanted = false
    }
  }, [live, at])
  return facts
}
