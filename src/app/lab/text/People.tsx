/** Everybody on the stage as buttons: one tab stop, arrows along the topology, Enter for what can be done. */
import { type ComponentType, type KeyboardEvent, useRef } from 'react'
import type { Frame } from '../../../engine/index.ts'
import { describe, labels, panels } from '../../../words/index.ts'
import { type Arrow, everybody, isSame, walk } from '../../actions/walk.ts'
import { page, type Selection, usePage } from '../../page/page.ts'
import { setFocus } from './setFocus.ts'

const ARROWS: Record<string, Arrow> = { ArrowRight: 'right', ArrowLeft: 'left', ArrowDown: 'down', ArrowUp: 'up' }

interface Props {
  frame: Frame
  details: ComponentType<{ of: Selection; frame: Frame }> | null
}

export function People({ frame, details: Details }: Props) {
  const selection = usePage((p) => p.selection)
  const list = useRef<HTMLUListElement>(null)
  const all = everybody(frame)
  const here = all.find((one) => isSame(one, selection)) ?? all[0] ?? null
  const go = (to: Selection | null | undefined) => {
    if (!to) return
    page.select(to)
    list.current?.querySelector<HTMLElement>(`[data-kind="${to.kind}"][data-participant="${to.id}"]`)?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const arrow = ARROWS[event.key]
    if (arrow) go(walk(frame, here, arrow))
    else if (event.key === 'Home') go(all[0])
    else if (event.key === 'End') go(all[all.length - 1])
    else if (event.key === 'Enter') {
      page.select(here)
      page.set({ open: 'actions' })
    } else return
    event.preventDefault()
  }
  const groups: [string, Selection[]][] = [
    [panels.shownNodes, all.filter(({ kind }) => kind === 'node')],
    [panels.others, all.filter(({ kind }) => kind === 'client' || kind === 'monitor')],
    [panels.shownLinks, all.filter(({ kind }) => kind === 'link')],
  ]
  return (
    <ul ref={list} data-nodes="" data-own-arrows="" aria-label={labels.participants} onKeyDown={onKeyDown}>
      {groups.map(
        ([title, members]) =>
          members.length > 0 && (
            <li key={title}>
              <h3>{title}</h3>
              <ul>
                {members.map((one) => (
                  <li key={`${one.kind} ${one.id}`}>
                    <button
                      type="button"
                      tabIndex={isSame(one, here) ? 0 : -1}
                      aria-pressed={isSame(one, selection)}
                      data-participant={one.id}
                      data-kind={one.kind}
                      onFocus={() => setFocus(one)}
                      onBlur={() => setFocus(null)}
                      onClick={() => page.select(one)}
                    >
                      {describe(one, frame)}
                    </button>
                    {Details && <Details of={one} frame={frame} />}
                  </li>
                ))}
              </ul>
            </li>
          ),
      )}
    </ul>
  )
}
