// @vitest-environment jsdom
import { afterEach, describe, expect, it } from 'vitest'
import { type Kind, NAMES, PARAMETERS } from '../../embed/index.ts'
import { parameterWords, speak } from '../../words/index.ts'
import { type Built, builtOf, hashOf, pairsOf, usualText, withGiven } from './built.ts'
import { sectionsOf } from './sections.ts'
import { warningsOf } from './warned.ts'

afterEach(() => speak('master-slave'))

const usual = builtOf('#/embed-builder')
const known = { length: 100, measured: 453, told: [] }

describe('what an author has chosen', () => {
  it('comes back from its address, whatever it is, and the page keeps its own looks', () => {
    const built: Built = {
      given: { scenario: 'semi-sync', at: 'm3', show: 'data,log', theme: 'dark', terms: 'source-replica', id: 'fig' },
      label: 'Two & "three" = 5?',
      width: 960,
      height: 700,
      scheme: 'dark',
    }
    const hash = hashOf(built, '#/embed-builder?theme=light&preset=x')
    expect(builtOf(hash)).toEqual(built)
    expect(hash).toContain('&theme=light')
    expect(hashOf(builtOf(hash), hash)).toBe(hash)
  })

  it('is a run of the lab at a moment, by its link', () => {
    expect(builtOf('#/embed-builder?s=5.abc&t=900').given).toEqual({ s: '5.abc', at: '900' })
    expect(pairsOf({ at: '900', s: '5.abc' })).toEqual([
      ['s', '5.abc'],
      ['at', '900'],
    ])
  })

  it('is as usual where the address is wrong, or says nothing', () => {
    expect(usual).toEqual({ given: {}, label: '', width: 640, height: null, scheme: 'light' })
    const wrong = 'theme=pink&zzz=1&speed=99&width=641&height=5&scheme=x&loop=0&label='
    expect(builtOf(`#/embed-builder?preset=%3Cb%3E&figure=${encodeURIComponent(wrong)}`)).toEqual(usual)
    expect(hashOf(usual, '')).toBe('#/embed-builder')
    // A snippet names its scenario, also the usual one.
    expect(pairsOf({})).toEqual([['scenario', 'async-pipeline']])
  })

  it('holds what a parameter takes and nothing else', () => {
    for (const name of NAMES) {
      expect(withGiven({}, name, usualText(name)), name).toEqual({})
      const { values, many } = PARAMETERS[name].kind as Kind<unknown>
      for (const value of values ?? []) {
        const given = withGiven({}, name, value)
        expect(given, name).toEqual(value === usualText(name) ? {} : { [name]: value })
      }
      if (values && !many) expect(withGiven({ [name]: values[0]! }, name, 'no such value')).toEqual({})
    }
  })
})

describe('the sections', () => {
  it('have a place for every parameter of the table, each once, and for one that nobody has placed', () => {
    const namesIn = (given: Built['given']) => sectionsOf(given).flatMap(({ names }) => names)
    const [ofRun, ofLesson] = [namesIn({}), namesIn({ walkthrough: 'x' })]
    expect([...new Set([...ofRun, ...ofLesson, 's'])].sort()).toEqual([...NAMES].sort())
    expect([...new Set(ofRun), ...new Set(ofLesson)]).toEqual([...ofRun, ...ofLesson])
    expect(ofRun).not.toContain('steps')
    expect(ofLesson).not.toContain('until')
    expect(namesIn({ walkthrough: 'x', until: '3' })).toContain('until')
    const next = sectionsOf({}, [...NAMES, 'newest' as never])
    expect(next.at(-1)).toEqual({ section: 'more', names: ['newest'] })
  })

  it('have words for each', () => {
    expect(NAMES.filter((name) => name !== 's' && !parameterWords[name])).toEqual([])
  })
})

describe('warnings', () => {
  const texts = (built: Built, more = {}) => warningsOf(built, { ...known, ...more }).map(({ text }) => text)

  it('tell of a frame that is too low, and which height would do', () => {
    const [first] = warningsOf(usual, { ...known, measured: 512 })
    expect(first).toMatchObject({ height: 512, text: expect.stringContaining('512 px') })
    expect(texts({ ...usual, width: 320 })).toEqual([])
    expect(texts({ ...usual, width: 320, height: 200 }, { measured: 100 })).toHaveLength(1)
  })

  it('tell of an accent in each theme in which it is too pale', () => {
    const of = (given: Built['given']) => texts({ ...usual, width: 320, given })
    expect(of({ accent: 'ffff00' })).toEqual([expect.stringMatching(/contrast of 1(\.\d)? to 1 in the light theme/)])
    expect(of({ accent: '#000080' })).toEqual([expect.stringMatching(/in the dark theme/)])
    expect(of({ accent: 'ffff00', theme: 'dark' })).toEqual([])
    expect(of({ accent: '808080' })).toHaveLength(2)
  })

  it('tell of an address that no figure reads, and what the figure says itself', () => {
    expect(texts({ ...usual, width: 320 }, { length: 8193 })).toEqual([expect.stringMatching(/^The address has 8,193/)])
    const told = ['Nobody in this run is called "db9"; focus ignores it.', 'accent=ffff00 was ignored.']
    expect(texts({ ...usual, width: 320 }, { told })).toEqual([told[0]])
  })
})
