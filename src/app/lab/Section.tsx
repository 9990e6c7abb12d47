/** A section of the rail, and a fold within one. Closed, both still say their value. */
import type { ReactNode } from 'react'
import { page, usePage } from '../page/page.ts'

interface Props {
  id: string
  title: ReactNode
  sum: string
  children: ReactNode
  /** Whose controls they are, for who hears only their names. */
  name?: string
  /** Beside the title while it is open. */
  beside?: ReactNode
  /** Before anybody opened or closed it. */
  initially?: boolean
}

function useOpen(id: string, initially: boolean): [boolean, () => void] {
  const open = usePage((p) => p.sections[id] ?? initially)
  return [open, () => page.set((p) => ({ sections: { ...p.sections, [id]: !open } }))]
}

export function Section({ id, title, sum, children, initially = false }: Props) {
  const [open, toggle] = useOpen(id, initially)
  return (
    <section className={open ? 'open' : ''} data-section={id}>
      <h2>
        <button type="button" aria-expanded={open} onClick={toggle}>
          <span>{title}</span>
          {!open && <span className="sum">{sum}</span>}
        </button>
      </h2>
      {open && <div className="body">{children}</div>}
    </section>
  )
}

/** What belongs to one client, one link, or is rarely needed. `id` as in `workload/c1`. */
export function Fold({ id, title, sum, children, name, beside, initially = false }: Props) {
  const [open, toggle] = useOpen(id, initially)
  return (
    <div className={open ? 'fold open' : 'fold'} data-fold={id}>
      <div className="fold-head">
        <button type="button" className="fold-button" aria-expanded={open} onClick={toggle}>
          <span>{title}</span>
          {!open && <span className="sum">{sum}</span>}
        </button>
        {open && beside}
      </div>
      {open && (
        <div className="body" {...(name !== undefined && { role: 'group', 'aria-label': name })}>
          {children}
        </div>
      )}
    </div>
  )
}
