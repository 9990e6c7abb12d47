import { expect, test } from 'vitest'
import { judgeInput } from './index.ts'

test('broken scenarios, links, actions and commands load or say one sentence; what loads can be played', () => {
  const wrong = []
  for (let seed = 0; seed < 400; seed++) wrong.push(judgeInput(seed))
  expect(wrong.filter((one) => one !== null)).toEqual([])
})
