/** A button of the registry: its label, its shortcut and when it is usable come from the action. */
import type { ReactNode } from 'react'
import { actionOf, deskOf, isUsable, perform } from '../actions/index.ts'
import { useLive, useSlice } from '../live/useLive.ts'
import { type Selection, usePage } from '../page/page.ts'

interface Props {
  action: string
  target?: Selection
  /** What it is done with: one of the action's choices. */
  choice?: string
  className?: string
  /** Instead of the label; then the label is its accessible name ... */
  children?: ReactNode
  /** ... unless they say the name themselves. */
  named?: boolean
  label?: string
  /** Absent rather than disabled where it does not apply. */
  hide?: boolean
  role?: 'menuitem'
  onDone?: () => void
}

export function ActionButton({
  action,
  target,
  choice,
  className = 'btn',
  children,
  label,
  named,
  hide,
  role,
  onDone,
}: Props) {
  const live = useLive()
  usePage()
  // A slice, so that a button re-renders only when its usability changes.
  const usable = useSlice(() => {
    const desk = deskOf(live)
    return desk !== null && isUsable(desk, action, target, choice)
  })
  if (hide && !usable) return null
  const { keys, label: name } = actionOf(action)
  const text = label ?? name(target, choice)
  return (
    <button
      type="button"
      className={className}
      data-action={action}
      data-target={target?.id}
      data-choice={choice}
      disabled={!usable}
      {...(role && { role, tabIndex: -1 })}
      {...(children !== undefined && !named && { 'aria-label': text })}
      {...(keys[0] && { title: `${text} (${keys[0]})` })}
      onClick={() => {
        perform(live, action, target, choice)
        onDone?.()
      }}
    >
      {children ?? text}
    </button>
  )
}
