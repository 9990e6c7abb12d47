/** The editor of the merge function, while it is open: all of it is fetched for that, and not before. */
import { MergeFunctionPanel } from '../../later/mergeFunction.ts'
import { useMergeFunction } from './opened.ts'

export function MergeFunction() {
  return useMergeFunction(({ open }) => open) ? <MergeFunctionPanel /> : null
}
