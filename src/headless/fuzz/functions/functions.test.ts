import { beforeAll, describe, expect, it, test } from 'vitest'
import { type Merged, type OpenSandbox, type Sandbox, sandboxes } from '../../../worker/index.ts'
import { judgeFunction } from './index.ts'
import { judge } from './judge.ts'
import { quickJs } from './quickJs.ts'

// Fewer at a time than the 60 s of a test allow on a busy machine.
test.each(Array.from({ length: 20 }, (_, i) => i * 25))(
  'nothing is wrong with 25 hostile functions from %i on',
  async (from) => {
    for (let seed = from; seed < from + 25; seed++) expect([seed, await judgeFunction(seed)]).toEqual([seed, null])
  },
)

describe('a planted fault is found', () => {
  let open: OpenSandbox
  beforeAll(async () => {
    open = await sandboxes(quickJs())
  })
  const SOURCE = '(a, b) => [a.value, b.value]'
  /** Sandboxes whose results are `spoiled`. */
  const planted =
    (spoiled: (result: Merged, calls: number) => Merged): OpenSandbox =>
    (source) => {
      const sandbox = open(source)
      if (!('merge' in sandbox)) return sandbox
      let calls = 0
      const merge: Sandbox['merge'] = (...call) => spoiled(sandbox.merge(...call), calls++)
      return { ...sandbox, merge, mergeAll: (all) => all.map((call) => merge(...call)) }
    }

  test.each<[string, string, OpenSandbox]>([
    [
      'state between calls',
      'repeat',
      planted((result, calls) => (calls < 2 ? result : { ok: true, value: '"other"' })),
    ],
    [
      'a secret of the host',
      'escape',
      planted(() => ({ ok: true, value: JSON.stringify((globalThis as { labSecret?: string }).labSecret) })),
    ],
    ['a result that is not canonical', 'canonical', planted(() => ({ ok: true, value: '{"b":1, "a":2}' }))],
    ['a result that is too long', 'too-long', planted(() => ({ ok: true, value: `"${'x'.repeat(5000)}"` }))],
    ['no JSON at all', 'crash', planted(() => ({ ok: true, value: 'undefined' }))],
    [
      'half a sentence',
      'sentence',
      planted(() => ({ ok: false, kind: 'threw', line: null, column: null, message: 'x' })),
    ],
    [
      'a place outside the source',
      'sentence',
      planted(() => ({ ok: false, kind: 'threw', line: 9, column: 1, message: 'Sorry.' })),
    ],
    [
      'an exception of the sandbox',
      'crash',
      planted(() => {
        throw new Error('unreachable')
      }),
    ],
    [
      'a batch that says something else',
      'repeat',
      (source) => {
        const sandbox = open(source)
        return 'merge' in sandbox
          ? {
              ...sandbox,
              merge: (...call) => sandbox.merge(...call),
              mergeAll: (calls) => sandbox.mergeAll(calls).slice(1),
            }
          : sandbox
      },
    ],
  ])('%s', (_, name, faulty) => expect(judge(SOURCE, { open: faulty, elsewhere: null })).toMatchObject({ name }))

  it('another function that is disturbed', () => {
    let disturbed = false
    const faulty: OpenSandbox = (source) => {
      const own = planted((result) => (disturbed ? { ok: true, value: '1' } : result))(source)
      if (source !== SOURCE || !('merge' in own)) return own
      return {
        ...own,
        mergeAll: (calls) => {
          const all = own.mergeAll(calls)
          disturbed = true
          return all
        },
      }
    }
    expect(judge(SOURCE, { open: faulty, elsewhere: null })).toMatchObject({ name: 'control' })
  })

  it('a global that was changed', () => {
    const host = globalThis as { left?: number }
    const faulty = planted((result) => {
      host.left = 1
      return result
    })
    expect(judge(SOURCE, { open: faulty, elsewhere: null })).toMatchObject({ name: 'escape' })
    delete host.left
  })

  it('another interpreter that says something else', () => {
    const elsewhere = planted(() => ({ ok: true, value: '1' }))
    expect(judge(SOURCE, { open, elsewhere })).toMatchObject({ name: 'repeat' })
    expect(judge(SOURCE, { open, elsewhere: open })).toBeNull()
  })

  it('a source that is refused differently, or in half a sentence', () => {
    let times = 0
    const moody: OpenSandbox = (source) =>
      source === 'x' ? { line: 1, column: 1, message: `No ${times++}.` } : open(source)
    expect(judge('x', { open: moody, elsewhere: null })).toMatchObject({ name: 'repeat' })
    const curt: OpenSandbox = (source) => (source === 'x' ? { line: 1, column: 1, message: 'no' } : open(source))
    expect(judge('x', { open: curt, elsewhere: null })).toMatchObject({ name: 'sentence' })
  })
})
