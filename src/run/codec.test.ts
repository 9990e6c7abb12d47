import fc from 'fast-check'
import { deflateSync, strToU8 } from 'fflate'
import { describe, expect, it } from 'vitest'
import { toBase64url } from './base64url.ts'
import { anyRun } from './fixtures/any-run.ts'
import {
  canonicalJson,
  decodeRun,
  encodeRun,
  LIMITS,
  linkHash,
  MODEL,
  parseLink,
  parseRun,
  type Run,
  readFile,
  writeFile,
} from './index.ts'

const story = {
  seed: 42,
  scenario: {
    title: 'Zwei Kopien, ein Schlüssel',
    nodes: [{ id: 'db1', role: 'master' }, { id: 'db2' }, { id: 'db3', applyMs: 12.345 }],
    clients: [{ id: 'c', thinkMs: 30 }],
    replication: { mode: 'semi-sync' },
  },
  interventions: [
    { atMs: 240, do: 'kill', node: 'db1' },
    { atMs: 300, do: 'set', path: 'failover.misses', value: 2 },
    { atMs: 400.001, do: 'stall', between: ['db2', 'db3'] },
  ],
}
const run = (parseRun(story) as { run: Run }).run
const text = (encodeRun(run) as { text: string }).text

describe('a link', () => {
  it('brings back the run and the moment', () => {
    const hash = (linkHash(run, 240_000) as { hash: string }).hash
    expect(hash).toMatch(/^#\/lab\?s=\d+\.[\w-]+&t=240000$/)
    expect(parseLink(hash)).toEqual({ run, t: 240_000, beside: null })
    expect(parseLink(`https://example.org/some/where/${hash}`)).toEqual({ run, t: 240_000, beside: null })
    expect(parseLink(text)).toEqual({ run, t: 0, beside: null })
  })

  it('brings back the run beside it, and says what is wrong with that one', () => {
    const beside = { ...run, seed: 77 }
    const hash = (linkHash(run, 240_000, beside) as { hash: string }).hash
    expect(hash).toMatch(/^#\/lab\?s=\d+\.[\w-]+&b=\d+\.[\w-]+&t=240000$/)
    expect(parseLink(hash)).toEqual({ run, t: 240_000, beside })
    const bad = (b: string) => parseLink(hash.replace(/&b=[^&]*/, `&b=${b}`))
    const damaged = {
      problem: 'The run beside it: This link is damaged: some of its characters are missing or changed.',
    }
    for (const b of ['', 'twin', '5.', text.slice(0, -9)]) expect(bad(b)).toEqual(damaged)
    expect(bad(text.replace(/^\d+/, '999'))).toHaveProperty(
      'problem',
      expect.stringMatching(/^The run beside it: .*\.$/),
    )
    expect(bad('x'.repeat(7000))).toHaveProperty(
      'problem',
      expect.stringMatching(/^The run beside it: .* at most 6000 /),
    )
  })

  it('brings back any run, and the same run always has the same text', () => {
    fc.assert(
      fc.property(anyRun, (any) => {
        const encoded = encodeRun(any)
        if ('problem' in encoded) return expect(encoded.problem).toContain('file')
        const decoded = decodeRun(encoded.text)
        expect(decoded).toEqual({ run: any })
        expect(encodeRun((decoded as { run: Run }).run)).toEqual(encoded)
      }),
      { seed: 1, numRuns: 300 },
    )
  })

  it('stays readable when its defaults are dropped', () => {
    expect(text.length).toBeLessThan(400)
  })

  it('that is too long says so and offers the file', () => {
    const interventions = Array.from({ length: 9_000 }, (_, i) => ({
      atMs: (i * 7919) % 60_000,
      do: 'write',
      client: 'c',
    }))
    const long = (parseRun({ ...story, interventions }) as { run: Run }).run
    expect(encodeRun(long)).toEqual({ problem: 'This run is too long for a link; save it as a file instead.' })
    expect(readFile(writeFile(long))).toEqual({ run: long })
  })

  it.each([
    [
      `7${text.slice(1)}`,
      `This link was made by model 7 of the lab; this is model ${MODEL} and would play it differently.`,
    ],
    [
      `1${text.slice(1)}`,
      `This link was made by model 1 of the lab; this is model ${MODEL} and would play it differently.`,
    ],
    [text.slice(0, -3), 'This link is damaged'],
    [text.replace('.', ''), 'This link is damaged'],
    ['', 'This link is damaged'],
    ['3.', 'This link is damaged'],
    [`3.${'A'.repeat(7_000)}`, 'at most 6000 are allowed'],
  ])('that cannot be used says why in one sentence', (broken, sentence) => {
    const answer = decodeRun(broken)
    expect('problem' in answer && answer.problem).toContain(sentence)
  })

  it.each(['-1', '1.5', 'soon', '99999999999999'])('with the time %s says so', (t) => {
    const answer = parseLink(`#/lab?s=${text}&t=${t}`)
    expect(answer !== null && 'problem' in answer && answer.problem).toMatch(/time.* of this link/)
  })

  it.each(['#/', '#/lab', '', 'https://example.org/', '#/lab?x=1'])('%j carries no run', (hash) => {
    expect(parseLink(hash)).toBeNull()
  })

  it('never inflates more than it announces', () => {
    const bomb = deflateSync(new Uint8Array(3_000_000), { level: 9 })
    for (const length of [10, 900_000, 16_000_000]) expect(decodeRun(forged(bomb, length))).toHaveProperty('problem')
    const deep = strToU8('['.repeat(500_000))
    expect(decodeRun(forged(deflateSync(deep, { level: 9 }), deep.length))).toHaveProperty('problem')
  })

  it('survives 5,000 mutations: each gives a sentence or a valid run', () => {
    const mutation = fc.record({ at: fc.nat(text.length), drop: fc.nat(3), add: fc.string({ maxLength: 3 }) })
    fc.assert(
      fc.property(fc.array(mutation, { minLength: 1, maxLength: 3 }), (mutations) => {
        let mutated = text
        for (const { at, drop, add } of mutations) mutated = mutated.slice(0, at) + add + mutated.slice(at + drop)
        for (const answer of [decodeRun(mutated), parseLink(`#/lab?s=${mutated}&t=5`)]) expectUsable(answer)
      }),
      { seed: 2, numRuns: 5_000 },
    )
  })
})

describe('a file', () => {
  it('brings back any run', () => {
    fc.assert(
      fc.property(anyRun, (any) => {
        expect(readFile(writeFile(any))).toEqual({ run: any })
      }),
      { seed: 3, numRuns: 200 },
    )
  })

  it('survives 5,000 mutations of its text', () => {
    const good = writeFile(run)
    const mutation = fc.record({
      at: fc.nat(good.length),
      drop: fc.nat(4),
      add: fc.stringMatching(/^[-{}[\]",:0-9a-z]{0,3}$/),
    })
    fc.assert(
      fc.property(fc.array(mutation, { minLength: 1, maxLength: 2 }), (mutations) => {
        let mutated = good
        for (const { at, drop, add } of mutations) mutated = mutated.slice(0, at) + add + mutated.slice(at + drop)
        expectUsable(readFile(mutated))
      }),
      { seed: 4, numRuns: 5_000 },
    )
  })

  it('survives 5,000 values that are JSON but make no sense', () => {
    const value = fc.oneof(fc.jsonValue(), fc.constantFrom(-0, 1e308, '__proto__', 'constructor', []))
    const place = fc.constantFrom(
      'scenario',
      'nodes',
      'clients',
      'network',
      'links',
      'interventions',
      'seed',
      'id',
      'do',
      'between',
      'path',
      'value',
      'atMs',
    )
    fc.assert(
      fc.property(place, value, fc.nat(30), (name, put, nth) => {
        let seen = 0
        const json = JSON.stringify(story, (key, old) => (key === name && seen++ === nth % 4 ? put : old))
        expectUsable(parseRun(JSON.parse(json)))
      }),
      { seed: 5, numRuns: 5_000 },
    )
  })
})

describe('canonical JSON', () => {
  it('does not depend on the order in which names were written', () => {
    expect(canonicalJson({ b: 1, a: { d: [2, { f: 3, e: null }], c: 'x' } })).toBe(
      '{"a":{"c":"x","d":[2,{"e":null,"f":3}]},"b":1}',
    )
  })
})

function expectUsable(answer: object | null): void {
  if (answer === null) return
  if ('problem' in answer) expect(answer.problem).toMatch(/^[^\n]{10,600}[.?]$/)
  else {
    const { run } = answer as { run: Run }
    expect(parseRun(JSON.parse(JSON.stringify(run)))).toEqual({ run })
  }
}

function forged(packed: Uint8Array, length: number): string {
  const bytes = new Uint8Array(packed.length + 7)
  bytes.set([(length >> 16) & 255, (length >> 8) & 255, length & 255], 4)
  bytes.set(packed, 7)
  let hash = 0x811c9dc5
  for (const byte of bytes.subarray(4)) hash = Math.imul(hash ^ byte, 0x01000193)
  bytes.set([hash >>> 24, (hash >>> 16) & 255, (hash >>> 8) & 255, hash & 255])
  const forgery = `2.${toBase64url(bytes)}`
  expect(forgery.length).toBeLessThan(LIMITS.linkCharacters)
  return forgery
}
