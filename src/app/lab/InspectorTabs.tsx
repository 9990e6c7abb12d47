/** Several masters: the run, what is selected, and the conflict are one press apart. */
import { type KeyboardEvent, useRef } from 'react'
import { labels } from '../../words/index.ts'
import { page, type Selection, usePage } from '../page/page.ts'

type Face = 'run' | 'selected' | 'conflict'

/** What was selected last, other than a conflict: the way back to it. */
let last: Selection | null = null

export function InspectorTabs() {
  const selection = usePage((p) => p.selection)
  const unselected = usePage((p) => p.unselected)
  const list = useRef<HTMLDivElement>(null)
  if (selection && selection.kind !== 'conflict') last = selection
  const face: Face = selection === null ? unselected : selection.kind === 'conflict' ? 'conflict' : 'selected'
  const faces: Face[] = last === null ? ['run', 'conflict'] : ['run', 'selected', 'conflict']
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
          data-own-arrows=""
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
