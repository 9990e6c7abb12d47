/**
 * A setting as a fader. It walks a list of round values, spread by ratio where the range is wide, so that one
 * press of an arrow is one sensible step. The run changes when the hand lets go, not at every pixel, and not at
 * every repetition of a key that is held down: each change is an intervention that can be undone.
 */
import { useEffect, useRef, useState } from 'react'

interface Props {
  id: string
  label: string
  /** Ascending, with the present value among them. */
  stops: readonly number[]
  value: number
  /** Drawn as ticks on the track. */
  landmarks?: readonly number[]
  text: (value: number) => string
  onCommit: (value: number) => void
}

export function Fader({ id, label, stops, value, landmarks = [], text, onCommit }: Props) {
  const input = useRef<HTMLInputElement>(null)
  const now = useRef({ stops, onCommit })
  now.current = { stops, onCommit }
  const [held, setHeld] = useState<number | null>(null)
  useEffect(() => {
    const element = input.current
    if (!element) return
    let key = false
    let pending = false
    const done = () => {
      pending = false
      setHeld(null)
      const chosen = now.current.stops[Number(element.value)]
      if (chosen !== undefined) now.current.onCommit(chosen)
    }
    // The browser's own `change` comes once at the end of a drag, and after each press of a key; React's comes at
    // every move.
    const onChange = () => {
      if (key) pending = true
      else done()
    }
    const onKeyDown = (event: KeyboardEvent) => {
      key = event.key !== 'Tab'
    }
    const onRelease = () => {
      key = false
      if (pending) done()
    }
    const listeners = [
      ['change', onChange],
      ['keydown', onKeyDown],
      ['keyup', onRelease],
      ['blur', onRelease],
    ] as const
    for (const [kind, listener] of listeners) element.addEventListener(kind, listener as EventListener)
    return () => {
      for (const [kind, listener] of listeners) element.removeEventListener(kind, listener as EventListener)
    }
  }, [])
  const here = held ?? Math.max(0, stops.indexOf(value))
  const last = Math.max(1, stops.length - 1)
  return (
    <span className="fader">
      <svg aria-hidden="true">
        {landmarks.map((mark) => {
          const share = stops.indexOf(mark) / last
          // The thumb's middle travels from 3 px to 3 px before the end.
          const x = `calc(3px + (100% - 6px) * ${share})`
          return share < 0 ? null : <rect key={mark} style={{ x }} y="8" width="1" height="8" fill="var(--line)" />
        })}
      </svg>
      <input
        ref={input}
        id={id}
        type="range"
        min={0}
        max={last}
        step={1}
        value={here}
        aria-label={label}
        aria-valuetext={text(stops[here] ?? value)}
        style={{ '--at': here / last } as React.CSSProperties}
        onChange={(event) => setHeld(Number(event.target.value))}
      />
    </span>
  )
}
