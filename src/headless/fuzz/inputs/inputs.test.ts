import { expect, test } from 'vitest'
import { judgeInput } from './index.ts'

test.each([0, 100, 200])(
  'a hundred broken scenarios, links, actions and commands from %i on load or say one sentence; what loads can be played',
  (from) => {
    for (let seed = from; seed < from + 100; seed++) expect(judgeInput(seed)).toBeNull()
  },
)
