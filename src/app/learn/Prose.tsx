/** A sentence of a lesson: in the reader's vocabulary, with *stressed* words and `values` set as such. */
import { inTerms } from '../../words/index.ts'

export function Prose({ text, className }: { text: string; className?: string }) {
  return (
    <p className={className}>
      {inTerms(text)
        .split(/(\*[^*]+\*|`[^`]+`)/)
        .map((part, at) => {
          const key = `${at} ${part}`
          if (/^\*.+\*$/.test(part)) return <em key={key}>{part.slice(1, -1)}</em>
          if (/^`.+`$/.test(part)) return <code key={key}>{part.slice(1, -1)}</code>
          return part
        })}
    </p>
  )
}
