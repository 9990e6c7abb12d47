/** A run to start from: its pictogram, its name, and in one sentence what there is to see. */
import type { PresetCard as Card } from '../../scenarios/index.ts'
import { pictogram } from '../../stage/index.ts'
import { inTerms } from '../../words/index.ts'
import { Markup } from '../parts/Markup.tsx'

export function PresetCard({ card: { id, title, description } }: { card: Card }) {
  return (
    <a href={`#/lab?preset=${id}`} data-preset={id}>
      <Markup svg={pictogram(id)} className="pic" />
      <span className="t">{inTerms(title)}</span>
      <span className="b">{inTerms(description)}</span>
    </a>
  )
}
