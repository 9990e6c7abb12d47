import { expect, it } from 'vitest'
import type { Action } from '../run/index.ts'
import { isAllowed } from './allowed.ts'

it.each<[Action, boolean]>([
  [{ do: 'kill', node: 'db1' }, true],
  [{ do: 'kill', node: 'db2' }, false],
  [{ do: 'write', client: 'c2' }, true],
  [{ do: 'cut', between: ['db2', 'db1'] }, true],
  [{ do: 'cut', between: ['db1', 'db3'] }, false],
  [{ do: 'stall', between: ['db2', 'db3'] }, true],
  [{ do: 'set', path: 'replication.mode', value: 'async' }, true],
  [{ do: 'set', path: 'replication.waitFor', value: 1 }, false],
  [{ do: 'restart', node: 'db1' }, false],
])('%j: %s', (action, is) => {
  const allow = [
    { action: 'kill', target: 'db1' },
    { action: 'write' },
    { action: 'cut', target: 'db1~db2' },
    { action: 'stall', target: 'db3' },
    { set: 'replication.mode' },
  ]
  expect(isAllowed(allow, action)).toBe(is)
  expect(isAllowed([], action)).toBe(false)
})
