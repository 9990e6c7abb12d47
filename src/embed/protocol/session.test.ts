import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { greet, judge, type Rules, type Session } from './session.ts'
import { isSmall } from './shape.ts'

const open: Rules = { id: 'fig', origin: null, lock: 'none' }
const known: Rules = { ...open, origin: 'https://host.example' }
const session: Session = { nonce: 'n', opens: false, events: false, recent: [] }
const hello = { rlab: 1, type: 'hello', id: 'fig', nonce: 'a' }
const say = (message: Record<string, unknown>, rules = known, before = session) =>
  judge(before, { rlab: 1, id: 'fig', seq: 3, ...message }, rules, 0)

const CHANGING = [
  { type: 'load', scenario: 'semi-sync' },
  { type: 'goto', walkthrough: 'write-path', step: 2 },
  { type: 'inject', fault: 'kill', target: 'db1' },
  { type: 'write', node: 'c1', key: 'k', value: 1 },
  { type: 'set', param: 'failover.misses', value: 3 },
]
const PLAYING = [
  { type: 'play' },
  { type: 'pause' },
  { type: 'toggle' },
  { type: 'step', n: 3 },
  { type: 'back' },
  { type: 'seek', to: 'm3' },
  { type: 'seek', to: 900_000 },
  { type: 'speed', x: 0.5 },
  { type: 'reset' },
  { type: 'show', parts: ['data', 'log'] },
  { type: 'focus', ids: ['db1', 'db1~db2'] },
  { type: 'theme', name: 'dark', tokens: { accent: '#1f5fd0', font: 'Georgia, serif', radius: 4 } },
  { type: 'motion', mode: 'reduced' },
  { type: 'getState' },
  { type: 'getState', path: 'summary.nodes.0.role' },
  { type: 'getLink' },
  { type: 'snapshot', format: 'svg' },
  { type: 'visibility', ratio: 0.1 },
  { type: 'destroy' },
]
const WRONG = [
  { type: 'step', n: 0 },
  { type: 'step', n: 1.5 },
  { type: 'step', n: '2' },
  { type: 'seek', to: -1 },
  { type: 'seek', to: { us: 1 } },
  { type: 'speed', x: Number.NaN },
  { type: 'speed' },
  { type: 'show', parts: ['<b>'] },
  { type: 'focus', ids: ['db1"]{}'] },
  { type: 'theme', name: 'neon' },
  { type: 'theme', tokens: { font: 'x;}body{display:none' } },
  { type: 'theme', tokens: null },
  { type: 'theme', tokens: { radius: 99 } },
  { type: 'snapshot', format: 'png' },
  { type: 'getState', path: '__proto__' },
  { type: 'inject', fault: '<img>', target: 'db1' },
  { type: 'inject', fault: 'kill', target: { id: 'db1' } },
  { type: 'write', client: 'c1', value: 0.5 },
  { type: 'set', param: 'a b', value: 1 },
  { type: 'load', state: '5.<svg>' },
  { type: 'visibility', ratio: 2 },
]

describe('a hello', () => {
  it('is heard from anybody where no origin is set, and from that one only where one is', () => {
    expect(greet(hello, 'https://any.example', open, null)).toEqual({ ...session, nonce: 'a' })
    expect(greet(hello, 'https://any.example', known, null)).toBeNull()
    expect(greet(hello, 'https://host.example', known, null)).not.toBeNull()
  })
  it.each([
    ['no nonce', { ...hello, nonce: undefined }],
    ['an endless nonce', { ...hello, nonce: 'x'.repeat(65) }],
    ['another figure', { ...hello, id: 'other' }],
    ['another version', { ...hello, rlab: 2 }],
    ['another kind', { ...hello, type: 'play' }],
    ['too much', { ...hello, more: 'x'.repeat(5000) }],
    ['no object', 'hello'],
  ])('with %s is not heard', (_, data) => {
    expect(greet(data, 'https://any.example', open, null)).toBeNull()
  })
  it('that is repeated ends nothing', () => {
    expect(greet(hello, 'https://any.example', open, { ...session, nonce: 'a' })).toBeNull()
  })
})

describe('a command', () => {
  it.each([...PLAYING, ...CHANGING])('$type is carried out, and answered by its number', (message) => {
    const { command, re, error } = say(message)
    expect(error).toBeNull()
    expect(command).toMatchObject({ type: message.type })
    expect(re).toBe(3)
  })
  it.each(WRONG)('of another shape is refused, and answered: %j', (message) => {
    expect(say(message)).toMatchObject({ command: null, error: 'shape', re: 3 })
  })
  it('that nobody knows is refused', () => {
    for (const type of ['eval', 'constructor', '', 5, null]) expect(say({ type })).toMatchObject({ error: 'unknown' })
  })
  it.each(CHANGING)('$type changes the run: only a known origin may, and no lock may hold it', (message) => {
    expect(say(message, open)).toMatchObject({ command: null, error: 'origin' })
    expect(say(message, { ...known, lock: 'all' })).toMatchObject({ error: 'locked' })
    expect(say(message, { ...known, lock: 'predict' }).error).toBeNull()
    const mine = ['load', 'goto', 'set'].includes(message.type) ? 'params' : 'faults'
    expect(say(message, { ...known, lock: mine })).toMatchObject({ error: 'locked' })
    expect(say(message, { ...known, lock: mine === 'params' ? 'faults' : 'params' }).error).toBeNull()
  })
  it.each(PLAYING)('$type changes nothing of the run: everybody may, under every lock', (message) => {
    expect(say(message, { ...open, lock: 'all' }).error).toBeNull()
  })
  it('for another figure, or without a number, is of no shape', () => {
    expect(say({ type: 'play', id: 'other' })).toMatchObject({ command: null, error: 'shape' })
    expect(say({ type: 'play', seq: 'x' })).toMatchObject({ command: null, error: 'shape', re: null })
  })
  it('is one of 60 a second', () => {
    let now = session
    const errors = Array.from({ length: 100 }, () => {
      const verdict = judge(now, { rlab: 1, seq: 1, type: 'step' }, known, 500)
      now = verdict.session
      return verdict.error
    })
    expect(errors.filter((error) => error === null)).toHaveLength(60)
    expect(errors.slice(60).every((error) => error === 'rate')).toBe(true)
    expect(judge(now, { rlab: 1, seq: 1, type: 'step' }, known, 1501).error).toBeNull()
  })
  it('never throws and never gets through with what is not in its table', () => {
    const value = fc.oneof(fc.jsonValue(), fc.constantFrom<unknown>(undefined, Number.NaN, new Map(), new Date(0)))
    const type = fc.constantFrom(...[...PLAYING, ...CHANGING].map((message) => message.type))
    const message = fc.dictionary(
      fc.constantFrom(
        'n',
        'to',
        'x',
        'parts',
        'ids',
        'name',
        'tokens',
        'mode',
        'path',
        'fault',
        'target',
        'args',
        'param',
        'value',
        'key',
        'client',
        'state',
        'scenario',
        'seed',
        'ratio',
        'format',
      ),
      value,
    )
    fc.assert(
      fc.property(type, message, (type, rest) => {
        const { command, error } = say({ ...rest, type })
        expect((command === null) === (error !== null)).toBe(true)
        if (command) for (const field of Object.values(command)) expect(field).not.toBeUndefined()
      }),
      { seed: 7, numRuns: 2000 },
    )
    fc.assert(
      fc.property(value, (data) => {
        expect(judge(session, data, known, 0).command).toBeNull()
      }),
      { seed: 8 },
    )
  })
})

describe('a message', () => {
  it('of 4 KB is small, of more is not, however it is made', () => {
    expect(isSmall({ text: 'x'.repeat(4000) })).toBe(true)
    expect(isSmall({ text: 'x'.repeat(4_000_000) })).toBe(false)
    expect(isSmall({ list: Array.from({ length: 5000 }, () => 1) })).toBe(false)
    expect(isSmall(Object.fromEntries(Array.from({ length: 1000 }, (_, i) => [`k${i}`, i])))).toBe(false)
    expect(isSmall({ a: { a: { a: { a: { a: { a: { a: 1 } } } } } } })).toBe(false)
    expect(isSmall(new Map())).toBe(false)
  })
})
