/** In the lab, the way back to the step from which one forked. */
import { learning } from '../../words/index.ts'
import { usePage } from '../page/page.ts'
import { Icon } from '../parts/Icon.tsx'

export function ReturnToStep() {
  const left = usePage((p) => p.left)
  if (!left) return null
  return (
    <a className="tool return-to-step" href={`#/learn/${left.id}/${left.step}`} data-return="">
      <Icon name="back" />
      <span className="tool-word">{learning.returnTo(left.step)}</span>
    </a>
  )
}
