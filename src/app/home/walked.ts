/** What the card of a walkthrough says of an earlier visit, where the browser has kept it: where one was, or that one is through. */
import { type Card, decodeProgress } from '../../lessons/index.ts'
import { learning } from '../../words/index.ts'
import { kept } from '../page/storage.ts'

export function walked({ id, steps }: Card): { address: string; words: string } {
  const known = decodeProgress(kept(`walkthrough.${id}`) ?? '')
  const first = `#/learn/${id}/1`
  if (known?.id !== id || known.step === 0) return { address: first, words: '' }
  if (known.step >= steps) return { address: first, words: learning.finished }
  return { address: `#/learn/${id}/${known.step + 1}`, words: learning.continues(known.step + 1, steps) }
}
