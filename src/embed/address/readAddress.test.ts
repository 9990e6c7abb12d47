import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contrast, standsOut } from './accent.ts'
import { momentOf } from './moment.ts'
import { type Asked, NAMES, PARAMETERS, usual } from './parameters.ts'
import { readAddress } from './readAddress.ts'

const read = (search: string, hash = '') => readAddress({ search, hash })

/** A value of each parameter that is taken, and what it becomes. */
const GOOD: { [K in keyof Asked]: [text: string, value: Asked[K]] } = {
  scenario: ['failover-clean', 'failover-clean'],
  seed: ['4294967295', 4_294_967_295],
  at: ['m3', { milestone: 3 }],
  until: ['900000', { us: 900_000 }],
  loop: ['1', true],
  play: ['visible', 'visible'],
  speed: ['0.25', 0.25],
  pace: ['steady', 'steady'],
  walkthrough: ['write-path', 'write-path'],
  step: ['2', 2],
  steps: ['3-6', [3, 6]],
  lock: ['faults', 'faults'],
  controls: ['full', 'full'],
  show: ['data,log', ['data', 'log']],
  focus: ['db1,db1~db2', ['db1', 'db1~db2']],
  theme: ['projector', 'projector'],
  accent: ['#1F5FD0', '1f5fd0'],
  motion: ['none', 'none'],
  terms: ['source-replica', 'source-replica'],
  lang: ['en-GB', 'en-GB'],
  dir: ['rtl', 'rtl'],
  announce: ['all', 'all'],
  keys: ['slides', 'slides'],
  origin: ['https://example.org', 'https://example.org'],
  id: ['fig_1-a', 'fig_1-a'],
  s: ['5.abc', '5.abc'],
}

/** One that is not. */
const BAD: Record<keyof Asked, string> = {
  scenario: '"><img src=x onerror=alert(1)>',
  seed: '-1',
  at: 'm0',
  until: '99999999999999999',
  loop: 'yes',
  play: 'now',
  speed: '9',
  pace: 'fast',
  walkthrough: '../x',
  step: '0',
  steps: '6-3',
  lock: 'ALL',
  controls: '',
  show: 'data,nothing',
  focus: 'db1;db2',
  theme: 'neon',
  accent: 'red',
  motion: 'off',
  terms: 'toString',
  lang: 'xx',
  dir: 'up',
  announce: '1',
  keys: 'none',
  origin: 'https://example.org/path',
  id: '<b>',
  s: 'a b',
}

describe('an address', () => {
  it.each(NAMES)('%s is read, before the hash and after it', (name) => {
    const [text, value] = GOOD[name]
    const pair = `${name}=${encodeURIComponent(text)}`
    for (const { asked, given, warnings } of [read(`?${pair}`), read('', `#${pair}`), read('', `#/lab?${pair}`)]) {
      expect(asked).toEqual({ ...usual(), [name]: value })
      expect([...given]).toEqual([name])
      expect(warnings).toEqual([])
    }
  })

  it.each(NAMES)('%s of another kind is as if it were absent, and one sentence says so', (name) => {
    const { asked, given, warnings } = read(`?${name}=${encodeURIComponent(BAD[name])}`)
    expect(asked).toEqual(usual())
    expect(given.size).toBe(0)
    expect(warnings).toHaveLength(1)
    expect(warnings[0]).toContain(`${name}=`)
    expect(warnings[0]).toContain(PARAMETERS[name].kind.takes)
  })

  it('of two with one name the first counts, and before the hash is first', () => {
    const { asked, warnings } = read('?speed=2', '#speed=4&preset=semi-sync&scenario=failover-clean')
    expect(asked.speed).toBe(2)
    expect(asked.scenario).toBe('semi-sync')
    expect(warnings).toHaveLength(2)
  })

  it('of two the first counts even if it is wrong', () => {
    expect(read('?speed=x&speed=2').asked.speed).toBe(1)
  })

  it('a name that nobody knows is told, and quoted no longer than it must be', () => {
    const { asked, warnings } = read(`?${'x'.repeat(300)}=1&__proto__=1&constructor=2`)
    expect(asked).toEqual(usual())
    expect(warnings).toHaveLength(3)
    for (const sentence of warnings) expect(sentence.length).toBeLessThan(120)
  })

  it('more than 8 KB, and a run of more than 6 KB, are not read', () => {
    expect(read(`?speed=2&x=${'y'.repeat(8192)}`).asked).toEqual(usual())
    expect(read('', `#s=5.${'a'.repeat(6142)}`).asked.s).toHaveLength(6144)
    expect(read('', `#s=5.${'a'.repeat(6143)}`).asked.s).toBeNull()
  })

  it('never throws, takes only what its table takes, and says something wherever it took nothing', () => {
    const text = fc.oneof(
      fc.string(),
      fc.constantFrom(...Object.values(BAD), ...Object.values(GOOD).map(([good]) => good), '%', '%zz', '1e3', 'NaN'),
    )
    const name = fc.oneof(fc.constantFrom<string>(...NAMES, 'preset', 't'), fc.string())
    const pairs = fc.array(fc.tuple(name, text, fc.boolean()), { maxLength: 8 })
    fc.assert(
      fc.property(pairs, fc.boolean(), (all, before) => {
        const raw = all
          .map(([name, text, escaped]) => (escaped ? `${new URLSearchParams([[name, text]])}` : `${name}=${text}`))
          .join('&')
        const { asked, given, warnings } = before ? read(`?${raw}`) : read('', `#${raw}`)
        expect(Object.keys(asked)).toEqual(Object.keys(usual()))
        const rest = Object.fromEntries(Object.entries(asked).filter(([name]) => !given.has(name as keyof Asked)))
        for (const [name, value] of Object.entries(rest)) expect(value).toEqual(usual()[name as keyof Asked])
        expect(warnings.length).toBeLessThanOrEqual(20)
        const spelled = [...new URLSearchParams(before ? `?${raw}` : raw.replace(/^\/?(lab)?\??/, ''))].length
        expect(given.size + warnings.length).toBe(Math.min(spelled, given.size + 20))
      }),
      { seed: 6, numRuns: 1000 },
    )
  })
})

describe('a moment', () => {
  it('is microseconds up to a day, a milestone or a step', () => {
    expect(momentOf('86400000000')).toEqual({ us: 86_400_000_000 })
    expect(momentOf('e42')).toEqual({ event: 42 })
    for (const text of ['86400000001', '1.5', '-1', 'm', 'e05', 'm501', 'e5001', 'x3', ' 1', ''])
      expect(momentOf(text), text).toBeUndefined()
  })
})

describe('an accent', () => {
  it('has the contrasts that WCAG gives as examples', () => {
    expect(contrast('ffffff', '000000')).toBeCloseTo(21, 5)
    expect(contrast('777777', 'ffffff')).toBeCloseTo(4.48, 2)
    expect(contrast('767676', 'ffffff')).toBeCloseTo(4.54, 2)
  })
  it('is taken only where it stands out on every ground', () => {
    expect(standsOut('767676', ['ffffff'])).toBe(true)
    expect(standsOut('767676', ['ffffff', 'f4f7fa'])).toBe(false)
    expect(standsOut('1f5fd0', ['ffffff', 'f4f7fa'])).toBe(true)
  })
})
