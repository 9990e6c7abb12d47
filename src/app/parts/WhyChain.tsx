/** Facts as sentences, first cause first; a press on one goes to its moment. Arrows walk, one tab stop. */
import { type KeyboardEvent, useEffect, useRef } from 'react'
import type { Fact } from '../../engine/index.ts'
import { labels, milestone, panels, seconds, why } from '../../words/index.ts'
import { useLive, useSlice } from '../live/useLive.ts'

/** A chain shows its beginning and its end; what lies between is counted. */
const MOST = 8

/** The fact whose row had the focus last: the chain may move on the page when its moment is shown. */
let focused = 0

export function WhyChain({ chain }: { chain: readonly Fact[] | null }) {
  const live = useLive()
  const time = useSlice(({ transport }) => transport.time)
  const list = useRef<HTMLOListElement>(null)
  useEffect(() => {
    if (focused !== 0 && document.activeElement === document.body)
      list.current?.querySelector<HTMLElement>(`[data-cause="${focused}"]`)?.focus()
  }, [])
  if (chain === null) return <p className="why-chain muted">{panels.asking}</p>
  const last = chain[chain.length - 1]
  if (!last) return <p className="why-chain">{labels.noReason}</p>
  const shown = chain.length <= MOST ? chain : [...chain.slice(0, 2), ...chain.slice(2 - MOST)]
  const walk = (event: KeyboardEvent) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (by === undefined) return
    const rows = [...(list.current?.querySelectorAll<HTMLElement>('.why-row') ?? [])]
    const next = rows.indexOf(document.activeElement as HTMLElement) + by
    rows[Math.max(0, Math.min(rows.length - 1, next))]?.focus()
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <ol ref={list} className="why-chain" aria-label={panels.causes} data-own-arrows="" onKeyDown={walk}>
      {shown.map((one, i) => (
        <li key={one.id}>
          {i === 2 && shown.length < chain.length && (
            <span className="muted">{panels.andMore(chain.length - shown.length)}</span>
          )}
          <button
            type="button"
            className="why-row"
            data-cause={one.id}
            tabIndex={i === 0 ? 0 : -1}
            aria-current={one.t === time ? 'time' : undefined}
            onFocus={() => {
              focused = one.id
            }}
            onClick={() => live.do({ do: 'seek', t: one.t })}
          >
            <span className="mono muted">{seconds(one.t)}</span> {milestone(one)}
          </button>
        </li>
      ))}
      <li className="muted">{why(last)}</li>
    </ol>
  )
}
