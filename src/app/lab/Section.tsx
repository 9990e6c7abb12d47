/** A section of the rail. Closed, it still says its value. */
import type { ReactNode } from 'react'
import { page, usePage } from '../page/page.ts'

interface Props {
  id: string
  title: string
  sum: string
  children: ReactNode
}

export function Section({ id, title, sum, children }: Props) {
  const open = usePage((p) => p.sections[id] ?? false)
  const toggle = () => page.set((p) => ({ sections: { ...p.sections, [id]: !open } }))
  return (
    <section className={open ? 'open' : ''} data-section={id}>
      <h2>
        <button type="button" aria-expanded={open} onClick={toggle}>
          {title}
          {!open && <span className="sum">{sum}</span>}
        </button>
      </h2>
      {open && <div className="body">{children}</div>}
    </section>
  )
}
