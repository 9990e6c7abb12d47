/** What an author should know before pasting, with what can be done about it. */
import { building } from '../../words/index.ts'
import { useSaid } from '../page/useSaid.ts'
import { Icon } from '../parts/Icon.tsx'
import type { Warning } from './warned.ts'

export function Warnings({ all, onHeight }: { all: readonly Warning[]; onHeight: (px: number) => void }) {
  useSaid(all.map(({ text }) => text).join(' '))
  return (
    <section className="worth" aria-label={building.warnings}>
      <h2>{building.warnings}</h2>
      <ul>
        {all.map(({ text, height }) => (
          <li key={text}>
            <Icon name="info" />
            <span>
              {text}
              {height !== undefined && (
                <button type="button" className="link" onClick={() => onHeight(height)}>
                  {building.heighten(height)}
                </button>
              )}
            </span>
          </li>
        ))}
        {all.length === 0 && <li className="muted">{building.noWarnings}</li>}
      </ul>
    </section>
  )
}
