// The lab's page fetches its answers with the first question: then they are the same.
import { expect, it, vi } from 'vitest'
import { home } from '../scenarios/index.ts'
import { createPlayback } from './index.ts'
import { fetchAnswers } from './questionsLater.ts'

vi.mock('./playback.ts', async (original) => {
  vi.doMock('./questions.ts', () => import('./questionsLater.ts'))
  const playback = await original()
  vi.doUnmock('./questions.ts')
  return playback
})

it('a question has no answer before they are fetched, and the right one afterwards', async () => {
  const playback = createPlayback()
  playback.do({ do: 'load', run: home.run, t: home.at })
  expect(() => playback.ask({ ask: 'digest' })).toThrow('not been fetched')
  await fetchAnswers()
  expect(fetchAnswers()).toBeNull()
  expect(playback.ask({ ask: 'digest' })).toMatch(/^[0-9a-f]{16}$/)
  expect(playback.ask({ ask: 'facts', from: 0, to: home.at, most: 3 })).toHaveLength(3)
})
