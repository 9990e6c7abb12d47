// The graduations of a ruler: a label every round time, five or ten short ticks between, one longer in the
// middle. Whole microseconds throughout, so that the same tick always stands at the same place.

export interface Tick {
  t: number
  weight: 'major' | 'middle' | 'minor'
}

const SECOND = 1_000_000
const MINUTE = 60 * SECOND

/** Steps from label to label, with the numbers of parts that each may be divided into, finest first. */
const STEPS: [step: number, parts: number[]][] = []
for (let size = 1; size <= 10 * SECOND; size *= 10)
  STEPS.push([size, [10, 5, 2]], [2 * size, [10, 4, 2]], [5 * size, [5]])
STEPS.splice(STEPS.findIndex(([step]) => step > 20 * SECOND))
for (const unit of [SECOND, MINUTE]) STEPS.push([30 * unit, [6, 3, 2]], [60 * unit, [6, 2]])
STEPS.splice(-2, 0, [2 * MINUTE, [4, 2]], [5 * MINUTE, [5]], [10 * MINUTE, [10, 5, 2]])

export interface Ruling {
  ticks: Tick[]
  /** Microseconds between labels. */
  step: number
}

/** Ticks in [from, to] at `pixelsPerUs`, with labels at least `room` px and ticks at least 5 px apart. */
export function ruling(from: number, to: number, pixelsPerUs: number, room = 72): Ruling {
  const [step, divisions] = STEPS.find(([step]) => step * pixelsPerUs >= room) ?? STEPS[STEPS.length - 1]!
  const parts = divisions.find((parts) => step % parts === 0 && (step / parts) * pixelsPerUs >= 5) ?? 1
  const small = step / parts
  const ticks: Tick[] = []
  for (let n = Math.ceil(from / small); n * small <= to; n++) {
    const t = n * small
    const weight = t % step === 0 ? 'major' : parts % 2 === 0 && (t * 2) % step === 0 ? 'middle' : 'minor'
    ticks.push({ t, weight })
  }
  return { ticks, step }
}

/** "4 s", "4.25 s", "12 min": as exact as the step between labels asks for. */
export function timeLabel(t: number, step: number): string {
  if (step >= MINUTE) return `${Math.round(t / MINUTE)} min`
  let decimals = 0
  for (let unit = SECOND; step % unit !== 0 && decimals < 6; unit /= 10) decimals++
  return `${(t / SECOND).toFixed(decimals)} s`
}
