import { type Field, type Fields, grain, type NumberField, type ValuesOf } from './field.ts'
import { LIMITS } from './limits.ts'
import { nearest } from './nearest.ts'
import { Problem, quote } from './problem.ts'

/**
 * Holds a value against a table: fills in defaults, and throws a Problem with one sentence and the path for
 * the first thing that is wrong. What comes back is new, plain, and made of the table's fields only.
 */
export function checkFields<F extends Fields>(value: unknown, fields: F, path: string): ValuesOf<F> {
  const given = asObject(value, path)
  for (const name of Object.keys(given)) if (!Object.hasOwn(fields, name)) throw unknownField(name, fields, path)
  const out: Record<string, unknown> = {}
  for (const [name, field] of Object.entries(fields)) {
    const here = path === '' ? name : `${path}.${name}`
    if (Object.hasOwn(given, name)) out[name] = checkField(given[name], field, here)
    else if (field.optional !== true) out[name] = missing(field, here)
  }
  return out as ValuesOf<F>
}

export function checkField(value: unknown, field: Field, path: string): unknown {
  switch (field.type) {
    case 'number':
      return checkNumber(value, field, path)
    case 'choice':
      return checkChoice(value, field.choices, path)
    case 'flag':
      if (typeof value !== 'boolean') throw new Problem(`${path} must be true or false, but is ${quote(value)}.`)
      return value
    case 'text':
      if (typeof value !== 'string') throw new Problem(`${path} must be a text, but is ${quote(value)}.`)
      if (value.length > field.max)
        throw new Problem(`${path} has ${value.length} characters, but at most ${field.max} are allowed.`)
      return value
    case 'id':
      return checkId(value, path)
    case 'pair': {
      if (!Array.isArray(value) || value.length !== 2)
        throw new Problem(`${path} must be a list of two names, but is ${quote(value)}.`)
      const pair = [checkId(value[0], `${path}[0]`), checkId(value[1], `${path}[1]`)]
      if (pair[0] === pair[1]) throw new Problem(`${path} names ${quote(pair[0])} twice, but a link has two ends.`)
      return pair
    }
    case 'group':
      return checkFields(value, field.fields, path)
    case 'list': {
      const list = asList(value, path, field.max)
      if (list.length < (field.min ?? 0))
        throw new Problem(`${path} has ${list.length} elements, but needs at least ${field.min}.`)
      return list.map((element, i) => checkFields(element, field.of, `${path}[${i}]`))
    }
  }
}

export function asObject(value: unknown, path: string): Record<string, unknown> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>
  throw new Problem(`${path === '' ? 'It' : path} must be an object, but is ${quote(value)}.`)
}

export function asList(value: unknown, path: string, most: number): unknown[] {
  if (!Array.isArray(value)) throw new Problem(`${path} must be a list, but is ${quote(value)}.`)
  if (value.length > most) throw new Problem(`${path} has ${value.length} elements, but at most ${most} are allowed.`)
  // A hole is no element, but would pass through every map.
  return Array.from(value)
}

export function checkNumber(value: unknown, field: Pick<NumberField, 'unit' | 'min' | 'max'>, path: string): number {
  const unit = field.unit === 'ms' ? ' ms' : ''
  if (typeof value !== 'number' || !Number.isFinite(value))
    throw new Problem(`${path} must be a number between ${field.min} and ${field.max}${unit}, but is ${quote(value)}.`)
  if (value < field.min || value > field.max)
    throw new Problem(`${path} must be between ${field.min} and ${field.max}${unit}, but is ${value}.`)
  if (grain(field.unit) === 1) {
    if (!Number.isInteger(value)) throw new Problem(`${path} must be a whole number, but is ${value}.`)
  } else if (Math.floor(value * 1000 + 0.5) / 1000 !== value)
    throw new Problem(`${path} must be a multiple of 0.001${unit}, but is ${value}.`)
  // Minus zero is equal to zero everywhere but in a digest.
  return value === 0 ? 0 : value
}

export function checkChoice(value: unknown, choices: readonly string[], path: string): string {
  if (typeof value === 'string' && choices.includes(value)) return value
  const like = typeof value === 'string' ? nearest(value, choices) : null
  const hint = like === null ? '' : `; did you mean ${quote(like)}?`
  throw new Problem(`${path} must be ${choices.map(quote).join(' or ')}, but is ${quote(value)}${hint || '.'}`)
}

function checkId(value: unknown, path: string): string {
  if (typeof value === 'string' && value.length <= LIMITS.idCharacters && /^[a-z][a-z0-9-]*$/.test(value)) return value
  throw new Problem(
    `${path} must be a name of at most ${LIMITS.idCharacters} small letters, digits and dashes that starts with a letter, but is ${quote(value)}.`,
  )
}

function missing(field: Field, path: string): unknown {
  if (field.type === 'group') return checkFields({}, field.fields, path)
  if (field.type === 'list' && field.min === undefined) return []
  if ('default' in field && field.default !== undefined) return field.default
  throw new Problem(`${path} is missing.`)
}

function unknownField(name: string, fields: Fields, path: string): Problem {
  const known = Object.keys(fields)
  const like = nearest(name, known)
  // What is no plain name stands in quotes: it may hold anything.
  const plain = /^[\w$-]{1,40}$/.test(name)
  const place = path === '' ? quote(name) : plain ? `${path}.${name}` : `${path}[${quote(name)}]`
  return new Problem(
    `${place} is not a known field${like === null ? `; known are ${known.join(', ')}.` : `; did you mean ${quote(like)}?`}`,
  )
}
