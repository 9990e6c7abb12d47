/**
 * "Why it matters": a small disclosure in the row of a control. A tooltip would be hidden from fingers and keys.
 * What was unfolded is not remembered.
 */
import { type ReactNode, useId, useState } from 'react'
import { rail } from '../../words/index.ts'

/** The line of a control, with the hint below it once somebody asks. `children` get the button to place. */
export function WithHint({
  name,
  hint,
  children,
}: {
  name: string
  hint: string
  children: (button: ReactNode) => ReactNode
}) {
  const [open, setOpen] = useState(false)
  const id = useId()
  const button = (
    <button
      type="button"
      className="hint-button"
      aria-label={rail.whyItMatters(name)}
      aria-expanded={open}
      aria-controls={id}
      onClick={() => setOpen(!open)}
    >
      ?
    </button>
  )
  return (
    <>
      {children(button)}
      <p id={id} className="hint" hidden={!open}>
        {open && hint}
      </p>
    </>
  )
}
