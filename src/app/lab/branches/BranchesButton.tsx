/** Which branch of the run is played, and how many others there are. What it opens comes later. */
import { panels } from '../../../words/index.ts'
import { BranchesPanel } from '../../later/index.ts'
import { useSlice } from '../../live/useLive.ts'
import { page, usePage } from '../../page/page.ts'
import { Icon } from '../../parts/Icon.tsx'

export function BranchesButton() {
  const open = usePage((p) => p.open === 'branches')
  const branches = useSlice(({ transport }) => transport.branches) ?? []
  const present = branches.find((one) => one.present)
  if (!present) return null
  // All others came of this one.
  const isOrigin = branches.every((one) => (one.parent === null) === (one === present))
  return (
    <div className="branches">
      <button
        type="button"
        className="branches-button"
        aria-expanded={open}
        title={panels.branches}
        data-branches={branches.length}
        onClick={() => page.toggle('branches')}
      >
        <Icon name="fork" size={14} />
        <span className="sr-only">{panels.branches}: </span>
        <span className="truncate">{panels.branchesButton(present.name, isOrigin, branches.length - 1)}</span>
      </button>
      {open && <BranchesPanel />}
    </div>
  )
}
