/** How much database time a second of yours is now, and whether a quiet stretch is being hurried through. */
import { labels } from '../../words/index.ts'
import { useSlice } from '../live/useLive.ts'

export function Pace() {
  const pace = useSlice(({ frame, transport }) => ({
    us: transport.playing ? transport.usPerSecond : frame.paceUs * transport.speed,
    factor: transport.playing && transport.autoPace.on ? transport.autoPace.factor : 1,
  }))
  if (!pace) return null
  const hurried = pace.factor >= 1.05
  return (
    <span
      className={hurried ? 'font-bold text-accent' : ''}
      title={hurried ? labels.hurried : labels.pace}
      data-pace=""
    >
      <span className="tabular-nums">1 s = {duration(pace.us)}</span>
      {hurried && ' »'}
    </span>
  )
}

/** 40000 -> '40 ms', 2500000 -> '2.5 s': at most three digits. */
function duration(us: number): string {
  const short = (value: number) => `${Number(value.toPrecision(value >= 100 ? 3 : 2))}`
  if (us < 1000) return `${short(us)} µs`
  if (us < 1_000_000) return `${short(us / 1000)} ms`
  if (us < 120_000_000) return `${short(us / 1_000_000)} s`
  return `${short(us / 60_000_000)} min`
}
