/** After the last step: the walkthrough that comes next on the path, and this one on paper. */
import { walkthroughs } from '../../lessons/index.ts'
import { inTerms, learning, noting } from '../../words/index.ts'
import { Icon } from '../parts/Icon.tsx'

export function NextWalk({ after }: { after: string }) {
  const next = walkthroughs[walkthroughs.findIndex(({ id }) => id === after) + 1]
  return (
    <>
      {next && (
        <p className="next-walk">
          <span className="muted">{learning.nextWalk}</span>{' '}
          <a className="next-walk-link" href={`#/learn/${next.id}/1`} data-next-walk={next.id}>
            <b>{inTerms(next.title)}</b> <Icon name="arrow" size={13} />
          </a>
        </p>
      )}
      <p className="next-walk">
        <a className="next-walk-link" href={`#/notes/${after}`}>
          {noting.linkHint}
        </a>
      </p>
    </>
  )
}
