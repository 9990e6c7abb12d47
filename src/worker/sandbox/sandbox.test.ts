import { beforeAll, describe, expect, it, test } from 'vitest'
import { quickJs, version } from './fixtures/quickJs.ts'
import { type OpenSandbox, type Sandbox, sandboxes } from './index.ts'

let open: OpenSandbox
beforeAll(async () => {
  open = await sandboxes(quickJs)
})

function opened(source: string): Sandbox {
  const sandbox = open(source)
  if (!('merge' in sandbox)) throw new Error(`${sandbox.line}:${sandbox.column} ${sandbox.message}`)
  return sandbox
}
const A = version([1, 2], 1000, 'db1')
const B = version([2, 3], 2000, 'db2')
const merged = (source: string, base: unknown = undefined) =>
  opened(source).merge(A, B, base === undefined ? null : version(base))
const result = (source: string, base?: unknown) => {
  const one = merged(source, base)
  return one.ok ? one.value : one
}

describe('what a function may look like', () => {
  test.each([
    '(a, b) => a.value',
    'a => a.value',
    '(a, b, base) => { return a.value }',
    'function merge(a, b, base) { return a.value }',
    'function (a) { return a.value };',
    '// the first one wins\n/* always */ a => a.value // yes\n;\n',
    '\n\n  a => a.value',
    '({ value }) => value',
  ])('%j is one', (source) => expect(result(source)).toBe('[1,2]'))

  test.each([
    ['', /Nothing is written yet/],
    ['  \n // only words', /./],
    ['5', /not a function/],
    ['(a => a)', /not a function/],
    ['async (a) => a', /neither async nor a generator/],
    ['function* (a) {}', /neither async nor a generator/],
    ['class Merge {}', /class cannot be called/],
    ['let n = 0; (a) => n++', /must begin with the function itself/],
    ['a => a; let n = 0', /has ended before this/],
    ['a => a); let n = 0; (() => n++', /./],
    ['(() => { let n = 0; return () => n++ })()', /not a function/],
    ['Math.max', /not a function/],
    ['nothing', /'nothing' is not defined/],
    [`a => "${'x'.repeat(4096)}"`, /longer than 4,096 bytes/],
  ])('%j is none', (source, message) => {
    const wrong = open(source)
    expect(wrong).toMatchObject({ message: expect.stringMatching(message) })
    expect(wrong).not.toHaveProperty('merge')
  })

  test.each([
    ['a => a..b', 1, 8, /^This is not JavaScript: expecting field name\.$/],
    ['(a, b) => {\n  if (a > 2) {\n    return 1\n}', 4, 2, /a bracket or a quote is not closed/],
    ['(a) => {\n  return a +* 2\n}', 2, 13, /unexpected token/],
    ['a => 1;\n\nlet n', 3, 1, /ended before this/],
  ])('%j is wrong in line %i, column %i', (source, line, column, message) =>
    expect(open(source)).toEqual({ line, column, message: expect.stringMatching(message) }),
  )
})

describe('what a function sees', () => {
  it('two versions with their clocks, and what both had seen', () => {
    expect(result('(a, b, base) => [a, b, base]', 7)).toBe(
      '[{"hybrid":{"count":0,"us":1000},"node":"db1","value":[1,2],"vector":[1,0,0],"wall":1000},' +
        '{"hybrid":{"count":0,"us":2000},"node":"db2","value":[2,3],"vector":[1,0,0],"wall":2000},{"value":7}]',
    )
    expect(result('(a, b, base) => base === null')).toBe('true')
  })

  it('null for a deleted row, both ways', () => {
    const sandbox = opened('(a, b, base) => base.value === null ? a.value : 1')
    expect(sandbox.merge(version(null), A, version(null))).toEqual({ ok: true, value: '' })
  })

  it('times of microseconds since 1970, vectors of any length', () => {
    const wide = { ...A, wall: 1_790_000_000_123_456, vector: [0, 1, 2, 3, 4, 5, 6, 7, 8] }
    expect(opened('(a) => [a.wall, a.vector]').merge(wide, B, null)).toEqual({
      ok: true,
      value: '[1790000000123456,[0,1,2,3,4,5,6,7,8]]',
    })
  })

  test.each(['Date', 'process', 'require', 'window', 'self', 'setTimeout', 'console', 'fetch', 'Proxy', 'eval'])(
    'no %s',
    (name) => expect(result(`() => typeof ${name}`)).toBe('"undefined"'),
  )

  test.each([
    'Function',
    'Uint8Array',
    'Float64Array',
    'ArrayBuffer',
    'SharedArrayBuffer',
    'DataView',
    'Atomics',
    'WeakRef',
    'Intl',
    'performance',
    'std',
    'os',
  ])('no %s either', (name) => expect(result(`() => typeof ${name}`)).toBe('"undefined"'))

  it('no dice, and no way to make code out of text', () => {
    expect(result('() => typeof Math.random')).toBe('"undefined"')
    for (const kind of ['function () {}', 'async () => {}', 'function* () {}', 'async function* () {}'])
      expect(result(`() => { try { return (${kind}).constructor('return 1')() } catch { return 'none' } }`)).not.toBe(
        '1',
      )
  })

  it('strict code: a name that was never declared is an error', () =>
    expect(merged('(a) => {\n  total = 1\n}')).toMatchObject({ ok: false, kind: 'threw', line: 2, column: 3 }))
})

describe('what comes back is canonical JSON', () => {
  test.each([
    ['({ b: 1, a: [true, null, "é"] })', '{"a":[true,null,"é"],"b":1}'],
    ['-0', '0'],
    ['1e21', '1e+21'],
    ['0.1 + 0.2', '0.30000000000000004'],
    ['"\\ud800"', '"\\ud800"'],
    ['"a\\n\\u2028"', JSON.stringify('a\n\u2028')],
    ['({ x: undefined })', '{}'],
    ['({ toJSON() { return 1 } }).toJSON()', '1'],
    ['({ get x() { return 1 } })', '{"x":1}'],
    ['Object.create(null)', '{}'],
    ['null', ''],
    ['"?"', '"?"'],
    ['"!"', '"!"'],
  ])('%s is %s', (expression, text) => expect(result(`() => ${expression}`)).toBe(text))

  test.each([
    ['NaN', 'The result is NaN, which JSON does not have.'],
    ['-1 / 0', 'The result is -Infinity, which JSON does not have.'],
    ['undefined', 'The function returned nothing; a deleted row is null.'],
    ['[1, [undefined]]', 'In the result, [1][0] is undefined, which JSON does not have.'],
    ['({ a: { b: () => 1 } })', 'In the result, a.b is a function, which JSON does not have.'],
    ['Symbol()', 'The result is a symbol, which JSON does not have.'],
    ['10n', 'The result is a bigint, which JSON does not have.'],
    ['[,1]', 'In the result, [0] is undefined, which JSON does not have.'],
    ['new Map', 'The result is an object of class Map, and JSON has plain objects and lists only.'],
    ['(async () => 1)()', 'The result is a promise; the function must give its result at once.'],
    ['({ toJSON() { return 1 } })', 'In the result, toJSON is a function, which JSON does not have.'],
    ['{ const x = []; x.push(x); return x }', 'The result is nested more than 100 levels deep, or contains itself.'],
  ])('%s is not', (expression, message) =>
    expect(merged(`() => ${expression}`)).toEqual({ ok: false, kind: 'not-json', line: null, column: null, message }),
  )

  it('of at most 4,096 bytes, not letters', () => {
    expect(result('() => "x".repeat(4094)')).toHaveLength(4096)
    expect(merged('() => "x".repeat(4095)')).toMatchObject({ kind: 'too-long', message: /is 4,097 bytes long/ })
    expect(merged('() => "é".repeat(2048)')).toMatchObject({ kind: 'too-long', message: /is 4,098 bytes long/ })
  })
})

describe('what goes wrong says where', () => {
  test.each([
    ['(a) => a.x.y', 'threw', 1, 11, "The function threw TypeError: cannot read property 'y' of undefined."],
    ['(a) => {\n  throw new Error("no")\n}', 'threw', 2, 18, 'The function threw Error: no.'],
    ['() => { throw "one\\n  two" }', 'threw', null, null, 'The function threw one two.'],
    ['() => { throw 5 }', 'threw', null, null, 'The function threw 5.'],
    ['() => { throw undefined }', 'threw', null, null, 'The function threw undefined.'],
    ['() => { throw { get message() { throw 1 } } }', 'threw', null, null, 'The function threw something.'],
    ['() => {\n  const deep = () => deep() + 1\n  return deep()\n}', 'stack', 2, 26, /stack of 64 KB is full/],
    ['() => {\n  let n = 0\n  while (true) n++\n}', 'budget', 1, 1, /had not ended after 1,000,000 steps/],
    ['() => /^(a+)+$/.test("a".repeat(40) + "b")', 'budget', 1, 21, /had not ended/],
    ['() => [].indexOf.call({ length: 2 ** 53 - 1 }, 1)', 'budget', null, null, /built-in operation/],
    ['() => "x".repeat(200000).indexOf("x".repeat(90000) + "y")', 'budget', null, null, /built-in operation/],
    [
      '() => { for (const list = []; ; ) list.push({}) }',
      'memory',
      null,
      null,
      'The function needs more than 1 MB of memory.',
    ],
  ])('%j', (source, kind, line, column, message) => {
    const fault = merged(source)
    expect(fault).toMatchObject({ ok: false, kind, line, column })
    expect(fault).toHaveProperty(
      'message',
      expect.stringMatching(message instanceof RegExp ? message : new RegExp(`^${message}$`)),
    )
  })

  test.each(['memory', 'budget'])('%s cannot be caught', (kind) => {
    const body = kind === 'memory' ? 'for (const list = []; ; ) list.push({})' : 'while (true) list = []'
    const source = `() => { let list; for (;;) try { ${body} } catch { return 1 } finally { return 2 } }`
    expect(merged(source)).toMatchObject({ ok: false, kind })
  })
})

describe('no call sees another', () => {
  const TRICKS = [
    'function f() { return f.n = (f.n ?? 0) + 1 }',
    '() => { Array.prototype.n = (Array.prototype.n ?? 0) + 1; return [].n }',
    '() => { globalThis.n = (globalThis.n ?? 0) + 1; return n }',
    '() => { const s = (x) => x; const t = s`a`; t.n = 1; return t.n }',
    '() => { Object.getPrototypeOf([][Symbol.iterator]()).n = 1; return 1 }',
    '() => { const p = Object.getPrototypeOf(function* () {}); p.n = 1; return p.n }',
    '() => { Math.max.n = 1; return 1 }',
    '() => { JSON.stringify = () => "1"; return 1 }',
    '() => { const r = /a/g; r.test("aa"); return r.lastIndex }',
    '() => Symbol.for("n").description.length',
    '() => { let d = 0; const f = () => { d++; f() }; try { f() } catch {} return d }',
    '() => Error("where from").stack',
    '() => { Promise.resolve().then(() => { throw 1 }); return 1 }',
    '() => { const garbage = []; for (let i = 0; i < 500; i++) { const x = {}; x.x = x; garbage.push(x) } return 1 }',
  ]
  test.each(TRICKS)('%j', (source) => {
    const sandbox = opened(source)
    const first = sandbox.merge(A, B, null)
    const others = sandbox.mergeAll(Array.from({ length: 100 }, () => [A, B, null] as const))
    for (const other of [sandbox.merge(A, B, null), opened(source).merge(A, B, null), ...others])
      expect(other).toEqual(first)
  })

  it('of the same sandbox, of another that is open beside it, or of one that fails in between', () => {
    const counts = opened('(a, b) => a.value.length + b.value.length')
    const loops = opened('() => { for (;;); }')
    for (let i = 0; i < 3; i++) {
      expect(counts.merge(A, B, null)).toEqual({ ok: true, value: '4' })
      expect(loops.merge(A, B, null)).toMatchObject({ kind: 'budget' })
    }
  })

  it('in a batch either, whatever the others do', () => {
    const sandbox = opened(
      '(a) => { if (a.wall === 1) throw Error("one"); if (a.wall === 2) for (;;); if (a.wall === 3) return NaN; return a.wall }',
    )
    const calls = Array.from({ length: 150 }, (_, wall) => [{ ...A, wall }, B, null] as const)
    const all = sandbox.mergeAll(calls)
    expect(all).toEqual(calls.map((call) => sandbox.merge(...call)))
    expect(all[1]).toMatchObject({ kind: 'threw' })
    expect(all[2]).toMatchObject({ kind: 'budget' })
    expect(all[149]).toEqual({ ok: true, value: '149' })
  })

  it('a batch is believed only as far as each alone would have come', () => {
    // Alone each stays within its steps; all together do not.
    const sandbox = opened('(a) => { let n = 0; for (let i = 0; i < 10000; i++) n += i; return n + a.wall }')
    const calls = Array.from({ length: 64 }, (_, wall) => [{ ...A, wall }, B, null] as const)
    expect(sandbox.mergeAll(calls)).toEqual(calls.map(([a]) => ({ ok: true, value: String(49995000 + a.wall) })))
  })
})

it('an endless loop stops at the same step every time, in every sandbox and in another interpreter', async () => {
  // Each turn is told by the only way out there is: the depth at which the steps end is what the next loop adds.
  const source = '(a) => { let n = 0; while (n < a.wall) n++; return n }'
  const most = (sandbox: Sandbox): number => {
    let [low, high] = [0, 1_000_000]
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2)
      if (sandbox.merge({ ...A, wall: middle }, B, null).ok) low = middle
      else high = middle
    }
    return low
  }
  const turns = most(opened(source))
  expect(turns).toBeGreaterThan(50_000)
  expect(most(opened(source))).toBe(turns)
  const other = (await sandboxes(quickJs))(source)
  expect(most(other as Sandbox)).toBe(turns)
})

it('a sandbox that was disposed of is not called', () => {
  const sandbox = opened('() => 1')
  sandbox.dispose()
  expect(() => sandbox.merge(A, B, null)).toThrow('The sandbox is closed.')
})
