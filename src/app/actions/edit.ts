/** Taking back and doing again what was done to a run. */
import { labels } from '../../words/index.ts'
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
]
