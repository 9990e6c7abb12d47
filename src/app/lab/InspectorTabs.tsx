/** Several masters: the run, what is selected, and the conflict are one press apart. */
import { type KeyboardEvent, useRef } from 'react'
import { labels } from '../../words/index.ts'
import { everybody, isSame } from '../actions/walk.ts'
import { useSlice } from '../live/useLive.ts'
import { page, type Selection, usePage } from '../page/page.ts'

export type Face = 'run' | 'selected' | 'conflict'

/** What was selected last, other than a conflict: the way back to it. */
let last: Selection | null = null

/** What the inspector shows; with one master 'run' is all there is besides the selection. */
export function useFace(): Face {
  const selection = usePage((p) => p.selection)
  const unselected = usePage((p) => p.unselected)
  const conflicts = useSlice(({ frame }) => frame.multiMaster?.conflicts.length ?? -1) ?? -1
  if (conflicts < 0) return selection === null ? 'run' : 'selected'
  if (selection === null) return unselected ?? (conflicts > 0 ? 'conflict' : 'run')
  return selection.kind === 'conflict' ? 'conflict' : 'selected'
}

export function InspectorTabs({ face }: { face: Face }) {
  const selection = usePage((p) => p.selection)
  const list = useRef<HTMLDivElement>(null)
  if (selection && selection.kind !== 'conflict') last = selection
  const isThere = useSlice(({ frame }) => everybody(frame).some((one) => isSame(one, last))) ?? false
  const faces: Face[] = isThere || face === 'selected' ? ['run', 'selected', 'conflict'] : ['run', 'conflict']
  const show = (next: Face) => {
    if (next === 'selected') return page.select(last)
    page.select(null)
    page.set({ unselected: next })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    if (by === undefined) return
    event.preventDefault()
    const next = faces[(faces.indexOf(face) + by + faces.length) % faces.length] ?? face
    show(next)
    list.current?.querySelector<HTMLElement>(`[data-face=${next}]`)?.focus()
  }
  return (
    <div ref={list} className="faces" role="tablist" aria-label={labels.inspector} onKeyDown={onKeyDown}>
      {faces.map((one) => (
        <button
          key={one}
          type="button"
          role="tab"
          data-face={one}
          aria-selected={one === face}
          tabIndex={one === face ? 0 : -1}
          onClick={() => show(one)}
        >
          {one === 'run' ? labels.run : labels.kinds[one === 'conflict' || !last ? 'conflict' : last.kind]}
        </button>
      ))}
    </div>
  )
}
