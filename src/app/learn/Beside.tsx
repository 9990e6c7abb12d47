/** The world in which a wrong answer would be right, beside what really happens: two stages on one clock. */
import { inTerms, stageSentence } from '../../words/index.ts'
import { BranchStage, type Side } from '../lab/branches/BranchStage.tsx'
import { useSlice } from '../live/useLive.ts'

export function Beside() {
  const frame = useSlice(({ frame }) => frame)
  const other = useSlice(({ other }) => other)
  const branches = useSlice(({ transport }) => transport.branches) ?? []
  if (!frame || !other) return null
  const sides: { side: Side; name: string; words: string }[] = [
    { side: 'here', name: branches.find(({ present }) => present)?.name ?? '', words: stageSentence(frame) },
    {
      side: 'there',
      name: branches.find(({ id }) => id === other.branch)?.name ?? '',
      words: stageSentence(other.frame),
    },
  ]
  return (
    <div className="lesson-beside" data-beside="">
      {sides.map(({ side, name, words }) => (
        <figure key={side} data-branch-side={side}>
          <figcaption>{inTerms(name)}</figcaption>
          <BranchStage side={side} label={`${inTerms(name)}. ${words}`} />
        </figure>
      ))}
    </div>
  )
}
