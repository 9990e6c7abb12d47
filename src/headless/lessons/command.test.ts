import { expect, it } from 'vitest'
import { parseArgs } from '../args.ts'

it('reads a walkthrough and how to play it', () => {
  expect(parseArgs(['lesson'])).toEqual({
    ...{ do: 'lesson', id: null, answers: [], way: 0, terms: 'master-slave', json: false },
  })
  expect(parseArgs(['lesson', '--answers', 'bca', 'small', '--way=2', '--terms', 'primary-replica', '--json'])).toEqual(
    {
      ...{ do: 'lesson', id: 'small', answers: ['b', 'c', 'a'], way: 2, terms: 'primary-replica', json: true },
    },
  )
})

it.each([
  [['a', 'b'], 'lesson takes one ID'],
  [['--fast'], 'lesson takes one ID'],
  [['--answers', 'bx'], '--answers must be letters from a to d'],
  [['--answers'], '--answers needs a value.'],
  [['--way', 'x'], '--way must be a digit'],
  [['--terms', 'leader'], '--terms must be one of'],
])('says what is wrong with %j', (args, sentence) => {
  const answer = parseArgs(['lesson', ...args])
  expect('problem' in answer && answer.problem).toContain(sentence)
})
