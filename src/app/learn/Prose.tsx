/** A sentence of a lesson: in the reader's vocabulary, with *stressed* words and `values` set as such. */
import { proseOf } from '../../lessons/index.ts'

export function Prose({ text, className }: { text: string; className?: string }) {
  return (
    <p className={className}>
      <Phrase text={text} />
    </p>
  )
}

/** The same within a line of other words. */
export function Phrase({ text }: { text: string }) {
  return proseOf(text).map(({ text: part, as: Tag }, at) => {
    const key = `${at} ${part}`
    const set = withUnits(part)
    return Tag === null ? set : <Tag key={key}>{set}</Tag>
  })
}

/** A number and its unit stay on one line. */
const withUnits = (text: string): string => text.replace(/(\d) (ms|s)\b/g, '$1\u00a0$2')
