import { describe, expect, it } from 'vitest'
import { parseArgs, parseDuration } from './args.ts'

const problem = (...argv: string[]) => {
  const answer = parseArgs(argv)
  return 'problem' in answer ? answer.problem : JSON.stringify(answer)
}

describe('the command line', () => {
  it('reads a run with all its options, in any order', () => {
    expect(parseArgs(['run', '--json', 'a.json', '--seed', '7', '--until=1.5s', '--machines', 'oracle'])).toEqual({
      do: 'run',
      source: 'a.json',
      seed: 7,
      until: 1_500_000,
      machines: 'oracle',
      json: true,
    })
  })

  it('keeps a link whole, whatever it holds', () => {
    const link = 'https://example.org/lab/#/lab?s=1.AbC-_&t=5'
    expect(parseArgs(['run', link])).toMatchObject({
      source: link,
      seed: null,
      until: null,
      machines: 'compiled',
      json: false,
    })
  })

  it.each([[[]], [['help']], [['--help']], [['run', 'x', '--help']]])('answers %j with its help', (argv) => {
    expect(parseArgs(argv)).toEqual({ do: 'help' })
  })

  it('knows its other commands', () => {
    expect(parseArgs(['list'])).toEqual({ do: 'list' })
    expect(parseArgs(['schema'])).toEqual({ do: 'schema' })
    expect(parseArgs(['fuzz', '--seeds', '50', '--from=7', '--json'])).toEqual({
      do: 'fuzz',
      seeds: 50,
      inputs: 0,
      functions: 0,
      from: 7,
      out: null,
      json: true,
    })
    expect(parseArgs(['bench', 'engine.', 'load'])).toEqual({ do: 'bench', only: ['engine.', 'load'] })
  })

  it.each([
    [['fly'], '"fly" is not a command; known are run, list, schema, lesson, fuzz, conformance, bench.'],
    [['run'], 'run needs a FILE'],
    [['run', 'a', 'b'], 'run takes one FILE, but got "a" and "b".'],
    [['run', 'a', '--fast'], '"--fast" is not an option'],
    [['run', 'a', '--seed'], '--seed needs a value.'],
    [['run', 'a', '--seed', '-1'], '--seed must be a whole number between 0 and 4294967295, but is "-1".'],
    [['run', 'a', '--seed', '4294967296'], '--seed must be'],
    [['run', 'a', '--until', '60'], '--until must be a time up to 24h, as in 500ms, 60s or 2min, but is "60".'],
    [['run', 'a', '--until', '25h'], '--until must be a time up to 24h'],
    [['run', 'a', '--machines', 'magic'], '--machines must be compiled or oracle, but is "magic".'],
    [['list', 'x'], 'list takes no "x".'],
    [['fuzz'], 'fuzz needs --seeds N'],
    [['fuzz', '--seeds', 'many'], '--seeds must be a whole number up to 100000000, but is "many".'],
    [
      ['fuzz', '--seed', '5'],
      'fuzz takes no "--seed"; known are --seeds, --inputs, --functions, --from, --out, --json.',
    ],
  ])('says what is wrong with %j', (argv, sentence) => {
    expect(problem(...argv)).toContain(sentence)
  })

  it.each([
    ['500ms', 500_000],
    ['60s', 60_000_000],
    ['0.001ms', 1],
    ['7us', 7],
    ['2min', 120_000_000],
    ['24h', 86_400_000_000],
    ['0s', 0],
    ['s', null],
    ['1e3s', null],
  ])('reads the time %s', (text, us) => expect(parseDuration(text)).toBe(us))
})
