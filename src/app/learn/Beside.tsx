/**
 * The world in which a wrong answer would be right, beside what really happens: two stages on one clock, or one at a time
 * where there is no room for two.
 */
import { useState } from 'react'
import type { Frame } from '../../engine/index.ts'
import { branching, inTerms, stageSentence } from '../../words/index.ts'
import { BranchStage, type Side } from '../lab/branches/BranchStage.tsx'
import { useSlice } from '../live/useLive.ts'
import { usePage } from '../page/page.ts'
import { Segments } from '../parts/Segments.tsx'
import { OffStage } from './OffStage.tsx'

export function Beside() {
  const narrow = usePage((p) => p.room.layout === 'phone')
  const [side, setSide] = useState<Side>('here')
  const frame = useSlice(({ frame }) => frame)
  const other = useSlice(({ other }) => other)
  const branches = useSlice(({ transport }) => transport.branches) ?? []
  if (!frame || !other) return null
  const nameOf = (is: (branch: (typeof branches)[number]) => boolean) => inTerms(branches.find(is)?.name ?? '')
  const sides: { value: Side; text: string; words: string; shown: Frame }[] = [
    { value: 'here', text: nameOf(({ present }) => present), words: stageSentence(frame), shown: frame },
    {
      value: 'there',
      text: nameOf(({ id }) => id === other.branch),
      words: stageSentence(other.frame),
      shown: other.frame,
    },
  ]
  return (
    <div className="lesson-beside" data-beside="">
      {narrow && <Segments label={branching.whichBranch} options={sides} value={side} onChange={setSide} />}
      {sides
        .filter(({ value }) => !narrow || value === side)
        .map(({ value, text, words, shown }) => (
          <figure key={value} data-branch-side={value}>
            {!narrow && <figcaption>{text}</figcaption>}
            <OffStage frame={shown} />
            <BranchStage side={value} label={`${text}. ${words}`} />
          </figure>
        ))}
    </div>
  )
}
