import { describe, expect, it } from 'vitest'
import { everyWalkthrough } from './all.ts'
import { firstSentences, sayToRoom, WORDS_FOR_ROOM } from './forRoom.ts'

describe('what is said to a room', () => {
  it('are whole sentences from the beginning, as many as fit, and the first in any case', () => {
    expect(firstSentences('One two. Three four? Five.', 4)).toBe('One two. Three four?')
    expect(firstSentences('One two. Three four five. Six.', 4)).toBe('One two.')
    expect(firstSentences('One two three.', 1)).toBe('One two three.')
  })

  it('does not part a number at its point', () =>
    expect(firstSentences('It takes 2.5 ms. Then OK.', 4)).toBe('It takes 2.5 ms.'))

  it('is short enough in every step of every walkthrough', () => {
    const said = everyWalkthrough.flatMap(({ steps }) => steps.map(sayToRoom))
    expect(said.filter((text) => text.split(/\s+/).length > WORDS_FOR_ROOM)).toEqual([])
  })
})
