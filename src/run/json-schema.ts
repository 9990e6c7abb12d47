import { type Field, type Fields, grain } from './field.ts'
import { LIMITS } from './limits.ts'
import { SCENARIO } from './schema.ts'

/** The table of a scenario as JSON Schema (2020-12), for editors and other programs. Units stand in `description`. */
export function jsonSchema(): object {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Scenario of Replication Lab',
    ...ofFields(SCENARIO),
  }
}

function ofFields(fields: Fields): object {
  const required = Object.entries(fields).filter(([, field]) => isRequired(field))
  return {
    type: 'object',
    properties: Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, ofField(field)])),
    required: required.map(([name]) => name),
    additionalProperties: false,
  }
}

const isRequired = (field: Field): boolean =>
  field.optional !== true &&
  field.type !== 'group' &&
  !(field.type === 'list' && field.min === undefined) &&
  !('default' in field && field.default !== undefined)

const ID = { type: 'string', pattern: '^[a-z][a-z0-9-]*$', maxLength: LIMITS.idCharacters }

function ofField(field: Field): object {
  const { description } = field
  const fallback = 'default' in field && field.default !== undefined ? { default: field.default } : {}
  switch (field.type) {
    case 'number': {
      const whole = grain(field.unit) === 1
      const range = { minimum: field.min, maximum: field.max, ...(whole ? {} : { multipleOf: 0.001 }) }
      return {
        description: `${description} (${field.unit})`,
        type: whole ? 'integer' : 'number',
        ...range,
        ...fallback,
      }
    }
    case 'choice':
      return { description, enum: field.choices, ...fallback }
    case 'flag':
      return { description, type: 'boolean', ...fallback }
    case 'text':
      return { description, type: 'string', maxLength: field.max, ...fallback }
    case 'id':
      return { description, ...ID, ...fallback }
    case 'pair':
      return { description, type: 'array', items: ID, minItems: 2, maxItems: 2, uniqueItems: true }
    case 'group':
      return { description, ...ofFields(field.fields) }
    case 'list':
      return { description, type: 'array', items: ofFields(field.of), minItems: field.min ?? 0, maxItems: field.max }
  }
}
