/** What a room can read from its last row: few words at a time. */
import type { Step } from './walkthrough.ts'

/** At most so many words stand below the stage. */
export const WORDS_FOR_ROOM = 25

/** What a step says to a room: its own words for that, or as many of its first sentences as a room can read. */
export const sayToRoom = ({ say, sayPresent }: Pick<Step, 'say' | 'sayPresent'>): string =>
  sayPresent ?? firstSentences(say, WORDS_FOR_ROOM)

/** Whole sentences from the beginning, at most so many words; the first in any case. */
export function firstSentences(text: string, words: number): string {
  const [first = '', ...rest] = text.split(/(?<=[.?])\s/)
  const said = [first]
  let left = words - count(first)
  for (const sentence of rest) {
    left -= count(sentence)
    if (left < 0) break
    said.push(sentence)
  }
  return said.join(' ')
}

const count = (text: string): number => text.split(/\s+/).length
