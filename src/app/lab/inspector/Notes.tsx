/** Where the article that the lab follows and the documentation of the systems differ, beside the presets that show it. */
import { useEffect, useState } from 'react'
import { fetchNotes, type Note } from '../../../scenarios/index.ts'
import { inTerms, noteWords } from '../../../words/index.ts'

export function Notes({ id }: { id: string }) {
  const [found, setFound] = useState<{ id: string; notes: readonly Note[] }>({ id: '', notes: [] })
  const [open, setOpen] = useState(false)
  useEffect(() => {
    let wanted = true
    fetchNotes(id).then(
      (notes) => wanted && setFound({ id, notes }),
      // Without a network the panel does without.
      () => {},
    )
    return () => {
      wanted = false
    }
  }, [id])
  const notes = found.id === id ? found.notes : []
  if (notes.length === 0) return null
  return (
    <section className="notes" data-notes={notes.length}>
      <button type="button" className="link" aria-expanded={open} onClick={() => setOpen(!open)}>
        {noteWords.title(notes.length)}
      </button>
      {open &&
        notes.map(({ article, documentation, source }) => (
          <dl key={article}>
            <dt>{noteWords.article}</dt>
            <dd>{inTerms(article)}</dd>
            <dt>{noteWords.documentation}</dt>
            <dd>{inTerms(documentation)}</dd>
            <dd className="muted">{source}</dd>
          </dl>
        ))}
    </section>
  )
}
