// Moving the playhead by pointer: press, drag with capture, release. A press on a mark goes to exactly its
// instant and stays there until the pointer has really moved. Keyboard is the page's: it wraps the drawing as a
// slider.

export interface Gestures {
  /** The time at a place, px of the drawing. */
  timeAt(x: number): number
  /** What is there to be hit, or null. */
  hit(x: number, y: number): { t: number; fact: number } | null
  /** Width of the drawing in its own px: it may be shown scaled. */
  width(): number
  onSeek(t: number): void
  onScrubStart?: (() => void) | undefined
  onScrubEnd?: (() => void) | undefined
  onFact?: ((id: number) => void) | undefined
}

/** Px that a pressed pointer may tremble. */
const STILL = 3

/** Listens on `svg`; returns what stops listening. `scrubbing()` says whether a gesture is under way. */
export function attachScrub(svg: SVGSVGElement, gestures: Gestures): { scrubbing(): boolean; detach(): void } {
  let pointer: number | null = null
  let pressedAt: number | null = null

  const place = (event: PointerEvent): [number, number] => {
    const rect = svg.getBoundingClientRect()
    const scale = rect.width > 0 ? gestures.width() / rect.width : 1
    return [(event.clientX - rect.left) * scale, (event.clientY - rect.top) * scale]
  }
  const press = (event: PointerEvent) => {
    if (event.button !== 0 || pointer !== null) return
    pointer = event.pointerId
    svg.setPointerCapture?.(event.pointerId)
    const [x, y] = place(event)
    const hit = gestures.hit(x, y)
    gestures.onScrubStart?.()
    if (hit) {
      pressedAt = x
      gestures.onSeek(hit.t)
      if (hit.fact > 0) gestures.onFact?.(hit.fact)
    } else gestures.onSeek(gestures.timeAt(x))
  }
  const move = (event: PointerEvent) => {
    if (event.pointerId !== pointer) return
    const [x] = place(event)
    if (pressedAt !== null && Math.abs(x - pressedAt) <= STILL) return
    pressedAt = null
    gestures.onSeek(gestures.timeAt(x))
  }
  const release = (event: PointerEvent) => {
    if (event.pointerId !== pointer) return
    pointer = null
    pressedAt = null
    gestures.onScrubEnd?.()
  }
  const listeners = { pointerdown: press, pointermove: move, pointerup: release, pointercancel: release }
  for (const [name, listen] of Object.entries(listeners)) svg.addEventListener(name, listen as EventListener)
  // A finger drags the playhead, not the page.
  svg.style.touchAction = 'none'
  return {
    scrubbing: () => pointer !== null,
    detach() {
      for (const [name, listen] of Object.entries(listeners)) svg.removeEventListener(name, listen as EventListener)
    },
  }
}
