/** The last milestone, as one sentence: the serif voice tells. */

import { inTerms, lostHeading, milestone } from '../../words/index.ts'
import { useSlice } from '../live/useLive.ts'

export function Milestone({ phone = false }: { phone?: boolean }) {
  const frame = useSlice(({ frame }) => frame)
  if (!frame) return <p className="mile" />
  const lost =
    phone && frame.lost.length > 0 && frame.milestone?.kind !== 'writes-lost'
      ? `${lostHeading(frame.lost.length)}.`
      : ''
  return (
    <p className="mile" data-milestone={frame.milestone?.kind ?? ''}>
      {frame.milestone ? milestone(frame.milestone) : inTerms(frame.title)}
      {lost && <b> {lost}</b>}
    </p>
  )
}
