// The figure for articles plays without answers: whoever asks all the same hears so at once.
import { expect, it, vi } from 'vitest'
import { home } from '../scenarios/index.ts'
import { createPlayback } from './index.ts'

vi.mock('./questions.ts', () => import('./noAnswers.ts'))

it('a playback without answers plays, and refuses questions', () => {
  const playback = createPlayback()
  expect(playback.do({ do: 'load', run: home.run, t: home.at })).toBeNull()
  expect(playback.do({ do: 'step' })).toBeNull()
  expect(playback.update()?.frame.time).toBeGreaterThan(home.at)
  expect(() => playback.ask({ ask: 'digest' })).toThrow('answers no questions')
})
