/** Opens the editor of the merge function; fetched at the first sign of a press. */
import { fetchMergeFunction } from '../../later/mergeFunction.ts'
import { ActionButton } from '../../parts/Button.tsx'

export function MergeFunctionButton({ className = 'btn' }: { className?: string }) {
  const fetch = () => void fetchMergeFunction().catch(() => {})
  return (
    <span onPointerDown={fetch}>
      <ActionButton action="merge-function" className={className} hide />
    </span>
  )
}
