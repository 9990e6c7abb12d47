/** Values that no author would write and somebody's program will: each made anew, because some refer to themselves. */
import type { Dice } from '../draw/index.ts'

const deep = (levels: number): unknown => {
  let value: unknown = 1
  for (let level = 0; level < levels; level++) value = level % 2 === 0 ? [value] : { nodes: value }
  return value
}
const ring = (): object => {
  const one: Record<string, unknown> = { id: 'db1', role: 'master' }
  one['upstream'] = one
  one['nodes'] = [one]
  return one
}

const JSON_VALUES: (() => unknown)[] = [
  ...[
    0,
    -0,
    -1,
    1,
    0.5,
    0.0005,
    1e-9,
    1e308,
    -1e308,
    5e-324,
    2 ** 31,
    2 ** 32,
    2 ** 53,
    2 ** 53 + 2,
    1e21,
    86_400_000,
  ].map((number) => () => number),
  ...[
    '',
    ' ',
    'db1',
    'db2',
    'c1',
    'monitor',
    'run',
    'clients',
    'constructor',
    '__proto__',
    'prototype',
    'toString',
    'hasOwnProperty',
  ].map((text) => () => text),
  ...[
    'дб1',
    'ｄｂ１',
    'db1\u200b',
    'db\u0000',
    'Å',
    'A\u030a',
    '\ud800',
    '💾',
    '\u202edb',
    'line\nbreak',
    'a\u2028b',
    '"',
    '\\',
    '<b>',
    '$1',
    '%00',
    '../..',
  ].map((text) => () => text),
  () => null,
  () => true,
  () => false,
  () => [],
  () => ({}),
  () => [[]],
  () => [null, null],
  () => ['db1', 'db1'],
  () => 'x'.repeat(20_000),
  () => '7'.repeat(400),
  () => deep(40),
  () => deep(3000),
  () => Array.from({ length: 300 }, (_, i) => ({ id: `n${i}` })),
  () => Array.from({ length: 12_000 }, () => ({ atMs: 1, do: 'restart', node: 'db1' })),
  () => JSON.parse('{"__proto__":{"polluted":1},"id":"db2"}') as unknown,
  () => JSON.parse('{"constructor":{"prototype":{"polluted":1}}}') as unknown,
  () => ({ length: 3, 0: 'db1', 1: 'db2' }),
  () => ({ toString: 'db1', valueOf: 'db1' }),
]

/** What only a program in the same page or worker can hand over. */
const OTHER_VALUES: (() => unknown)[] = [
  () => undefined,
  () => Number.NaN,
  () => Number.POSITIVE_INFINITY,
  () => Number.NEGATIVE_INFINITY,
  () => 10n,
  () => Symbol('db1'),
  () => () => 'db1',
  () => new Date(0),
  () => new Map([['id', 'db1']]),
  () => new Uint8Array(4),
  () => Object.create(null) as unknown,
  () => Object.create({ id: 'db1', role: 'master' }) as unknown,
  () => Object.assign([], { 5: 'db1' }),
  () => new Array(3),
  () => new String('db1'),
  ring,
  () => {
    const list: unknown[] = []
    list.push(list)
    return list
  },
]

/** `plain`: such as JSON can say. */
export const nasty = (dice: Dice, plain: boolean): unknown =>
  dice.pick(plain || !dice.oneIn(4) ? JSON_VALUES : OTHER_VALUES)()
