/** The editor of the reader's merge function: by far the largest part, and fetched by nobody who does not open it. */
import { later } from './later.tsx'
import { onDemand } from './onDemand.ts'

const editor = onDemand(() => import('../lab/mergeFunction/MergeFunctionPanel.tsx'), { ahead: false })
export const MergeFunctionPanel = later(editor, (m) => m.MergeFunctionPanel)
export const fetchMergeFunction = (): Promise<unknown> => editor()
