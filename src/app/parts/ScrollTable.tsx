/** A table with named columns in a panel: it scrolls on its own, also by keyboard, where it is too long for its place. */
import type { ReactNode } from 'react'

interface Props {
  label: string
  columns: readonly string[]
  /** Rows of the body. */
  children: ReactNode
}

export function ScrollTable({ label, columns, children }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls
    <section className="rows" tabIndex={0} aria-label={label}>
      <table>
        <ColumnNames of={columns} />
        <tbody>{children}</tbody>
      </table>
    </section>
  )
}

export function ColumnNames({ of }: { of: readonly string[] }) {
  return (
    <thead>
      <tr>
        {of.map((name) => (
          <th key={name} scope="col">
            {name}
          </th>
        ))}
      </tr>
    </thead>
  )
}
