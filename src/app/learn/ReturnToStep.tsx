/** In the lab, the ways back to the step from which one forked: by oneself, or before a room. */
import { learning, presenting } from '../../words/index.ts'
import { usePage } from '../page/page.ts'
import { Icon } from '../parts/Icon.tsx'
import { ScreenIcon } from '../parts/ScreenIcon.tsx'

export function ReturnToStep() {
  const left = usePage((p) => p.left)
  if (!left) return null
  return (
    <>
      <a className="tool return-to-step" href={`#/learn/${left.id}/${left.step}`} data-return="">
        <Icon name="back" />
        <span className="tool-word">{learning.returnTo(left.step)}</span>
      </a>
      <a
        className="tool ico"
        href={`#/present/${left.id}/${left.step}`}
        title={presenting.presentHint}
        aria-label={presenting.present}
      >
        <ScreenIcon />
      </a>
    </>
  )
}
