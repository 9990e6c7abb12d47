/** The time of day, and how long it has been presented. */
import { useEffect, useState } from 'react'
import { presenting as words } from '../../words/index.ts'

export function Clocks({ since }: { since: number }) {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [])
  return (
    <dl className="pw-clocks">
      <dt>{words.elapsed}</dt>
      <dd className="mono" data-elapsed="">
        {minutes(Math.max(0, now - since))}
      </dd>
      <dt>{words.clock}</dt>
      <dd className="mono">{timeOfDay(new Date(now))}</dd>
    </dl>
  )
}

const two = (n: number): string => `${n}`.padStart(2, '0')

/** 754000 -> '12:34'; whoever talks longer than an hour sees more minutes. */
const minutes = (ms: number): string => `${Math.floor(ms / 60_000)}:${two(Math.floor(ms / 1000) % 60)}`

const timeOfDay = (date: Date): string => `${two(date.getHours())}:${two(date.getMinutes())}`
