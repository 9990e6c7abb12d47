/**
 * A setting as a fader. It walks a list of round values, spread by ratio where the range is wide, so that one
 * press of an arrow is one sensible step. The run changes when the hand lets go, not at every pixel.
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
  const commit = useRef(onCommit)
  commit.current = onCommit
  const [held, setHeld] = useState<number | null>(null)
  useEffect(() => {
    const element = input.current
    if (!element) return
    // The browser's own `change` comes once, at the end of a drag or after a key; React's comes at every move.
    const done = () => {
      setHeld(null)
      const chosen = stops[Number(element.value)]
      if (chosen !== undefined) commit.current(chosen)
    }
    element.addEventListener('change', done)
    return () => element.removeEventListener('change', done)
  }, [stops])
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
