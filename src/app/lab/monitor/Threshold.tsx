/** The handle of a threshold at the right end of its line: dragged up and down, or moved by the arrow keys. */
import { type KeyboardEvent, type PointerEvent, useState } from 'react'
import { type Handle, roundValue } from '../../../stage/index.ts'
import { alerting, settingName, settingValue } from '../../../words/index.ts'
import { useLive, useSlice } from '../../live/useLive.ts'

/** Of the slider for who hears it: no threshold is further from 0. */
const MOST = 1_000_000

export function Threshold({ handle }: { handle: Handle }) {
  const live = useLive()
  const value = Number(useSlice(({ frame }) => frame.settings[handle.path]) ?? 0)
  const [held, setHeld] = useState<number | null>(null)
  const { path } = handle
  const least = path.endsWith('Ms') ? 0.001 : 1
  const set = (to: number) => {
    if (to !== value) live.do({ do: 'act', action: { do: 'set', path, value: to } })
  }
  const valueAt = (event: PointerEvent<HTMLElement>): number => {
    const rect = event.currentTarget.parentElement!.getBoundingClientRect()
    const scale = event.currentTarget.parentElement!.clientHeight / Math.max(1, rect.height)
    return roundValue(Math.max(1, handle.valueAt((event.clientY - rect.top) * scale)), Math.max(1, least))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowUp: 1, ArrowRight: 1, ArrowDown: -1, ArrowLeft: -1 }[event.key]
    if (by === undefined) return
    event.preventDefault()
    set(nextRound(value, by))
  }
  const text = settingValue(path, held ?? value)
  return (
    <div
      role="slider"
      tabIndex={0}
      className="threshold"
      data-threshold={path}
      aria-label={settingName(path)}
      aria-orientation="vertical"
      aria-valuemin={least}
      aria-valuemax={MOST}
      aria-valuenow={held ?? value}
      aria-valuetext={text}
      title={alerting.threshold(settingName(path), text)}
      style={{ top: handle.y - 12 }}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        event.preventDefault()
        event.currentTarget.focus()
        event.currentTarget.setPointerCapture(event.pointerId)
        setHeld(value)
      }}
      onPointerMove={(event) => {
        if (held !== null) setHeld(valueAt(event))
      }}
      onPointerUp={() => {
        if (held !== null) set(held)
        setHeld(null)
      }}
      onPointerCancel={() => setHeld(null)}
    >
      {held !== null && <span className="threshold-now">{text}</span>}
    </div>
  )
}

/** The next value up or down that a person would name. */
function nextRound(value: number, by: number): number {
  for (let step = 1.02; step < 4; step += 0.03) {
    const next = roundValue(by > 0 ? value * step : value / step, 1)
    if (by > 0 ? next > value : next < value) return next
  }
  return Math.max(1, Math.round(value + by))
}
