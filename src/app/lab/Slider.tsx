/** The playhead for the keyboard and for screen readers, around whatever draws it. */
import { labels, milestone, seconds } from '../../words/index.ts'
import { useLive, useSlice } from '../live/useLive.ts'
import { timeKeys } from './timeKeys.ts'

export function Slider({ children, className = '' }: { children: React.ReactNode; className?: string }) {
  const live = useLive()
  const at = useSlice(({ frame: { recent }, transport: { time, event, playedTo, playing } }) => {
    const newest = recent[recent.length - 1]
    return { time, event, playedTo, playing, newest: newest?.t === time ? newest : undefined }
  })
  // A focused slider speaks at every change of this text: while playing the page's own voice tells what happens.
  const where = labels.playheadAt(seconds(at?.time ?? 0), at?.event ?? 0)
  return (
    <div
      role="slider"
      tabIndex={0}
      className={`relative rounded-[4px] -outline-offset-3 ${className}`}
      aria-label={labels.playhead}
      aria-valuemin={0}
      aria-valuemax={at?.playedTo ?? 0}
      aria-valuenow={at?.time ?? 0}
      aria-valuetext={
        at?.playing ? labels.stands(true, false) : at?.newest ? `${where}: ${milestone(at.newest)}` : where
      }
      data-playhead=""
      onKeyDown={(event) => {
        if (timeKeys(live, event.key, event.shiftKey)) event.preventDefault()
      }}
    >
      {children}
    </div>
  )
}
