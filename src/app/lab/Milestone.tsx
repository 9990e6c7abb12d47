/** The last milestone, as one sentence: the serif voice tells. */

import { inTerms, labels, lostHeading, milestoneNow, moment } from '../../words/index.ts'
import { useSlice } from '../live/useLive.ts'
import { usePeeked } from './peeked.ts'

export function Milestone({ phone = false }: { phone?: boolean }) {
  const frame = useSlice(({ frame }) => frame)
  const told = useSlice(({ transport }) => transport.milestones)
  const peeked = usePeeked((p) => p.frame?.time ?? null)
  if (peeked !== null) return <p className="mile">{labels.pointedAt(moment(peeked))}</p>
  if (!frame || !told) return <p className="mile" />
  const lost =
    phone && frame.lost.length > 0 && frame.milestone?.kind !== 'writes-lost'
      ? `${lostHeading(frame.lost.length)}.`
      : ''
  return (
    <p className="mile" data-milestone={frame.milestone?.kind ?? ''}>
      {frame.milestone ? milestoneNow(frame.milestone, told) : inTerms(frame.title)}
      {lost && <b> {lost}</b>}
    </p>
  )
}
