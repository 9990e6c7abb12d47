/** The last milestone, as one sentence: the serif voice tells. */

import { inTerms, labels, lostHeading, milestoneNow, moment } from '../../words/index.ts'
import { useSlice } from '../live/useLive.ts'
import { usePeeked } from './peeked.ts'

/** Characters from which a sentence takes two lines: it is set so that the stage below stays free. */
const LONG = 72

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
  const words = frame.milestone ? milestoneNow(frame.milestone, told) : inTerms(frame.title)
  return (
    <p className={words.length > LONG ? 'mile long' : 'mile'} data-milestone={frame.milestone?.kind ?? ''}>
      {words}
      {lost && <b> {lost}</b>}
    </p>
  )
}
