/**
 * A case of a recording of a real database, as somebody writes it by hand: runs to play, measures to take of them, and
 * what the recording says that they come to. Read strictly: whatever is wrong with a file is one sentence that names
 * the place.
 */
import { type Cast, type Measure, parseMeasure } from '../../query/index.ts'
import { monitorsOf, nearest, parseRun, type Run, SEED } from '../../run/index.ts'

export interface Case {
  id: string
  /** Where the numbers come from. */
  source: unknown
  /** Why it is not tried yet; null = it is. */
  later: string | null
  runs: Run[]
  measures: Map<string, Measure>
  expect: Expectation[]
}

type Op = (typeof OPS)[number]
const OPS = ['eq', 'ne', 'lt', 'le', 'gt', 'ge', 'within'] as const

export interface Expectation {
  measure: string
  op: Op
  /** What it is held against: a number, or `factor` times another measure. */
  value: number | null
  factor: number
  of: string | null
  /** Of `within`: how far off it may be, in the measure's own unit, and as a part of what is expected. */
  tolerance: number | null
  ratio: number | null
}

export type Read = { case: Case } | { problem: string }

class Problem extends Error {}

/** `file` is what sentences call it; `kinds` are the kinds of fact that there are. */
export function readCase(file: string, text: string, kinds: readonly string[]): Read {
  try {
    return { case: check(parse(text), kinds) }
  } catch (error) {
    if (error instanceof Problem) return { problem: `${file}: ${error.message}` }
    throw error
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    throw new Problem(`it is not JSON: ${(error as Error).message.replace(/\.?$/, '.')}`)
  }
}

function check(json: unknown, kinds: readonly string[]): Case {
  const fields = fieldsOf(json, '', ['id', 'source', 'later', 'seeds', 'runs', 'measures', 'expect'])
  const id = textOf(fields['id'], 'id', 120)
  if (fields['source'] === undefined) throw new Problem('source is missing: it says where the numbers come from.')
  const base = { id, source: fields['source'] }
  if (fields['later'] !== undefined)
    return { ...base, later: textOf(fields['later'], 'later', 400), runs: [], measures: new Map(), expect: [] }
  const runs = withSeeds(runsOf(fields['runs']), fields['seeds'])
  const measures = measuresOf(fields['measures'], castOf(runs, kinds))
  const expect = listOf(fields['expect'], 'expect').map((one, at) => expectation(one, `expect[${at}]`, measures))
  return { ...base, later: null, runs, measures, expect }
}

function runsOf(json: unknown): Run[] {
  return listOf(json, 'runs').map((one, at) => {
    const read = parseRun(one)
    if ('problem' in read) throw new Problem(`runs[${at}]: ${read.problem}`)
    return read.run
  })
}

/** Every run with each of these seeds, instead of its own. */
function withSeeds(runs: Run[], json: unknown): Run[] {
  if (json === undefined) return runs
  const seeds = listOf(json, 'seeds').map((seed, at) => {
    const value = numberOf(seed, `seeds[${at}]`)
    if (!Number.isInteger(value) || value < SEED.min || value > SEED.max)
      throw new Problem(`seeds[${at}] must be a whole number between ${SEED.min} and ${SEED.max}, but is ${value}.`)
    return value
  })
  return runs.flatMap((run) => seeds.map((seed) => ({ ...run, seed })))
}

/** Everybody who takes part in any of the runs. */
function castOf(runs: readonly Run[], kinds: readonly string[]): Cast {
  const added = ({ interventions }: Run) => interventions.flatMap((one) => (one.do === 'add-slave' ? [one.node] : []))
  return {
    nodes: [...new Set(runs.flatMap((run) => [...run.scenario.nodes.map(({ id }) => id), ...added(run)]))],
    clients: [...new Set(runs.flatMap(({ scenario }) => scenario.clients.map(({ id }) => id)))],
    monitors: [...new Set(runs.flatMap(({ scenario }) => monitorsOf(scenario)))],
    kinds,
  }
}

function measuresOf(json: unknown, cast: Cast): Map<string, Measure> {
  const measures = new Map<string, Measure>()
  for (const [name, text] of Object.entries(objectOf(json, 'measures'))) {
    const place = `measures[${JSON.stringify(name.slice(0, 60))}]`
    const read = parseMeasure(textOf(text, place, 2000), cast)
    if ('problem' in read) throw new Problem(`${place}: ${read.problem}`)
    measures.set(name, read.measure)
  }
  if (measures.size === 0) throw new Problem('measures is empty, but a case needs at least one.')
  return measures
}

function expectation(json: unknown, place: string, measures: ReadonlyMap<string, Measure>): Expectation {
  const fields = fieldsOf(json, place, ['measure', 'op', 'value', 'factor', 'of', 'tolerance', 'ratio'])
  const { measure, op, value, factor, of } = fields
  const known = [...measures.keys()]
  const named = (name: unknown, at: string): string => {
    if (typeof name === 'string' && measures.has(name)) return name
    throw new Problem(
      `${at} is ${quote(name)}, but the measures are ${known.map(quote).join(', ')}${meant(name, known)}.`,
    )
  }
  if (!OPS.includes(op as Op))
    throw new Problem(`${place}.op must be one of ${OPS.join(', ')}, but is ${quote(op)}${meant(op, OPS)}.`)
  if ((value === undefined) === (of === undefined))
    throw new Problem(`${place} needs either value, or factor and of${value === undefined ? '' : ', and has both'}.`)
  if (factor !== undefined && of === undefined)
    throw new Problem(`${place}.factor needs of: the measure that it is a factor of.`)
  const [tolerance, ratio] = (['tolerance', 'ratio'] as const).map((name) =>
    fields[name] === undefined ? null : atLeast0(numberOf(fields[name], `${place}.${name}`), `${place}.${name}`),
  ) as [number | null, number | null]
  if ((op === 'within') !== (tolerance !== null || ratio !== null))
    throw new Problem(
      op === 'within'
        ? `${place} is within what? It needs tolerance or ratio.`
        : `${place} has tolerance or ratio, which belong to within.`,
    )
  return {
    measure: named(measure, `${place}.measure`),
    op: op as Op,
    value:
      value === undefined || value === null
        ? null
        : numberOf(typeof value === 'boolean' ? Number(value) : value, `${place}.value`),
    factor: factor === undefined ? 1 : numberOf(factor, `${place}.factor`),
    of: of === undefined ? null : named(of, `${place}.of`),
    tolerance,
    ratio,
  }
}

// What every reader needs.

function objectOf(value: unknown, place: string): Record<string, unknown> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>
  throw new Problem(
    value === undefined ? `${place} is missing.` : `${place || 'it'} must be an object, but is ${quote(value)}.`,
  )
}

function fieldsOf(value: unknown, place: string, known: readonly string[]): Record<string, unknown> {
  const fields = objectOf(value, place)
  const other = Object.keys(fields).find((name) => !known.includes(name))
  if (other === undefined) return fields
  throw new Problem(
    `${place === '' ? '' : `${place}.`}${quote(other)} is not a known field; known are ${known.join(', ')}${meant(other, known)}.`,
  )
}

function listOf(value: unknown, place: string): unknown[] {
  if (value === undefined) throw new Problem(`${place} is missing.`)
  if (!Array.isArray(value)) throw new Problem(`${place} must be a list, but is ${quote(value)}.`)
  if (value.length === 0) throw new Problem(`${place} is empty, but needs at least one element.`)
  if (value.length > 1000) throw new Problem(`${place} has ${value.length} elements, but at most 1000 are allowed.`)
  return value
}

function textOf(value: unknown, place: string, most: number): string {
  if (value === undefined) throw new Problem(`${place} is missing.`)
  if (typeof value !== 'string' || value.trim() === '')
    throw new Problem(`${place} must be a text, but is ${quote(value)}.`)
  if (value.length > most)
    throw new Problem(`${place} has ${value.length} characters, but at most ${most} are allowed.`)
  return value
}

function numberOf(value: unknown, place: string): number {
  if (typeof value === 'number' && Number.isFinite(value)) return value
  throw new Problem(`${place} must be a number, but is ${quote(value)}.`)
}

function atLeast0(value: number, place: string): number {
  if (value >= 0) return value
  throw new Problem(`${place} must not be negative, but is ${value}.`)
}

function meant(word: unknown, known: readonly string[]): string {
  const like = typeof word === 'string' ? nearest(word, known) : null
  return like === null ? '' : `; ${quote(like)} is near`
}

function quote(value: unknown): string {
  if (value === undefined) return 'missing'
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object' && value !== null) return 'an object'
  return typeof value === 'string' ? JSON.stringify(value.slice(0, 60)) : String(value)
}
