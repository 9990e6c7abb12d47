/**
 * The stage for those who do not see it or do not point: one button per participant, one tab stop, arrows walk.
 * Enter opens what can be done. The drawing shows the focus ring, because the drawing is what one looks at.
 */
import { type KeyboardEvent, useRef } from 'react'
import type { Frame } from '../../engine/index.ts'
import { describe, labels } from '../../words/index.ts'
import { participants } from '../actions/look.ts'
import { useSlice } from '../live/useLive.ts'
import { page, type Selection, usePage } from '../page/page.ts'

const STEP: Record<string, number> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }

export function Participants() {
  const frame = useSlice(({ frame }) => frame)
  const selection = usePage((p) => p.selection)
  const list = useRef<HTMLUListElement>(null)
  if (!frame) return null
  const all: Selection[] = [
    ...participants({ frame }),
    ...frame.links.filter(({ kind }) => kind === 'replication').map(({ id }) => ({ kind: 'link' as const, id })),
  ]
  const here = Math.max(
    0,
    all.findIndex(({ kind, id }) => kind === selection?.kind && id === selection.id),
  )
  const onKeyDown = (event: KeyboardEvent) => {
    const by = STEP[event.key]
    const next =
      event.key === 'Home' ? 0 : event.key === 'End' ? all.length - 1 : by && (here + by + all.length) % all.length
    if (next === undefined) {
      if (event.key !== 'Enter') return
      page.select(all[here] ?? null)
      page.set({ open: 'actions' })
    } else {
      page.select(all[next] ?? null)
      list.current?.querySelectorAll('button')[next]?.focus()
    }
    event.preventDefault()
  }
  return (
    <ul
      ref={list}
      className="sr-only"
      data-nodes=""
      data-own-arrows=""
      aria-label={labels.participants}
      onKeyDown={onKeyDown}
    >
      {all.map((one, i) => (
        <li key={`${one.kind} ${one.id}`}>
          <button
            type="button"
            tabIndex={i === here ? 0 : -1}
            aria-pressed={one.kind === selection?.kind && one.id === selection.id}
            data-participant={one.id}
            data-kind={one.kind}
            onFocus={() => setFocus(one)}
            onBlur={() => setFocus(null)}
            onClick={() => page.select(one)}
          >
            {describe(one, frame as Frame)}
          </button>
        </li>
      ))}
    </ul>
  )
}

/** Only a keyboard's focus is drawn. */
function setFocus(one: Selection | null): void {
  page.set({ focus: one && document.activeElement?.matches(':focus-visible') ? one : null })
}
