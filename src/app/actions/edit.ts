/** Taking back and doing again what was done to a run; and the function that a reader writes for it. */
import { kindOfRegions, labels } from '../../words/index.ts'
import { openMergeFunction } from '../lab/mergeFunction/opened.ts'
import type { UserAction } from './action.ts'

export const editActions: UserAction[] = [
  {
    id: 'undo',
    group: 'edit',
    label: () => labels.undo,
    keys: ['Z'],
    applies: ({ transport }) => transport.canUndo,
    run: ({ live }) => live.do({ do: 'undo' }),
  },
  {
    id: 'redo',
    group: 'edit',
    label: () => labels.redo,
    keys: ['Shift+Z'],
    applies: ({ transport }) => transport.canRedo,
    run: ({ live }) => live.do({ do: 'redo' }),
  },
  {
    id: 'merge-function',
    group: 'edit',
    label: () => labels.mergeFunction,
    keys: ['E'],
    applies: ({ page, frame }) => page.where === 'lab' && frame.multiMaster !== null && kindOfRegions(frame) === null,
    run: ({ live }) => openMergeFunction(live),
  },
]
