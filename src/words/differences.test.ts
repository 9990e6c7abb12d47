import { describe, expect, it } from 'vitest'
import { actionWords, differenceSentence, differenceSentences } from './index.ts'

const names = { here: 'Run', there: 'Fork 1' }

describe('the sentences of a comparison', () => {
  it.each([
    ['lost', '', 2, 0, '2 promised writes lost on Run, 0 on Fork 1.'],
    ['master', '', 'db2', '', 'The master is db2 on Run, nobody on Fork 1.'],
    ['epoch', '', 2, 1, 'Epoch 2 on Run, 1 on Fork 1.'],
    ['process', 'db1', 'down', 'up', 'db1 is down on Run, is up on Fork 1.'],
    ['process', 'db4', 'up', 'absent', 'db4 is up on Run, is not there on Fork 1.'],
    ['role', 'db2', 'master', 'slave', 'db2 is the master on Run, is a slave on Fork 1.'],
    ['applied', 'db3', 17, 12, 'db3 has applied 17 on Run, 12 on Fork 1.'],
    ['link', 'db1~db2', 'cut', 'up', 'db1–db2 is cut on Run, works on Fork 1.'],
    [
      'gate',
      '',
      'fallen-back',
      'on',
      'The commit gate has stopped waiting on Run, waits for acknowledgements on Fork 1.',
    ],
    ['client', 'c', 'failing', 'answered', 'c has had no OK for over a second on Run, gets answers on Fork 1.'],
  ])('%s %s', (what, at, here, there, text) => {
    expect(differenceSentence({ what, at, here, there }, names)).toBe(text)
  })

  it('tell the first ones and count the rest, with where it is', () => {
    const many = [1, 2, 3, 4, 5, 6].map((n) => ({ what: 'applied', at: `db${n}`, here: n, there: 0 }))
    const told = differenceSentences(many, names)
    expect(told).toHaveLength(5)
    expect(told[4]).toBe('2 further differences, at db5 and db6.')
    expect(differenceSentences([], names)).toEqual(['At this instant Run and Fork 1 are alike.'])
  })
})

it.each([
  [{ do: 'kill', node: 'db1' }, 'db1 killed'],
  [{ do: 'cut', between: ['db1', 'db2'] }, 'db1–db2 cut'],
  [{ do: 'add-slave', node: 'db4', upstream: 'db1' }, 'db4 added under db1'],
  [{ do: 'set', path: 'failover.misses', value: 2 }, 'Down after: 2 misses'],
  [{ do: 'set', path: 'replication.mode', value: 'semi-sync' }, 'Mode: semi-sync'],
] as const)('a branch that began with %j', (action, text) => {
  expect(actionWords(action as Parameters<typeof actionWords>[0])).toBe(text)
})
