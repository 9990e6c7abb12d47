/**
 * Versions to try a function on: those that the masters hold at this moment, of the kind that most of them are, because
 * a function that is meant for lists says nothing on numbers; or made-up ones of a kind.
 */
import type { Frame, VersionFrame } from '../../../engine/index.ts'
import type { MergeVersion } from '../../../worker/index.ts'

export type Kind = 'number' | 'list' | 'text'
export type Values = 'run' | Kind

type Several = Pick<Frame, 'multiMaster' | 'nodes'>

/** What the rows hold, mostly; null = nothing that is one of these. */
export function kindOfRows(frame: Several): Kind | null {
  const kinds = versionsOf(frame).map(({ value }) => kindOf(value))
  const many = (kind: Kind) => kinds.filter((one) => one === kind).length
  const [most] = [...KINDS].sort((a, b) => many(b) - many(a))
  return most !== undefined && many(most) > 0 ? most : null
}

/** Empty where the run has nothing to offer: then small numbers are drawn. */
export function examplesOf(frame: Several, values: Values): MergeVersion[] {
  const nodes = frame.nodes.map(({ id }) => id)
  if (values !== 'run')
    return MADE_UP[values].map((value, i) => version(value, nodes[i % nodes.length] ?? 'db1', nodes))
  const kind = kindOfRows(frame)
  const seen = new Set<string>()
  return versionsOf(frame).flatMap((one) => {
    const isNew = !seen.has(one.value ?? '')
    seen.add(one.value ?? '')
    const fits = one.value === null || kindOf(one.value) === kind
    return isNew && fits ? [as(one, nodes)] : []
  })
}

const KINDS: readonly Kind[] = ['number', 'list', 'text']

const MADE_UP: Record<Kind, readonly string[]> = {
  number: ['0', '1', '5', '8'],
  list: ['[]', '["book"]', '["book","pen"]', '["lamp"]'],
  text: ['""', '"blue"', '"green"', '"red"'],
}

function kindOf(value: string | null): Kind | null {
  const first = value?.[0] ?? ''
  if (first === '[') return 'list'
  if (first === '"') return 'text'
  return /[-\d]/.test(first) ? 'number' : null
}

/** Of rows and of what met in conflicts, each master's own. */
function versionsOf({ multiMaster }: Several): VersionFrame[] {
  if (multiMaster === null) return []
  const { sites, conflicts } = multiMaster
  return [
    ...conflicts.flatMap(({ here, there }) => [here, there]),
    ...sites.flatMap(({ rows }) => rows.flatMap(({ versions }) => versions)),
  ]
}

const as = ({ value, wallUs, hybrid, vector, origin }: VersionFrame, nodes: readonly string[]): MergeVersion => ({
  value: value ?? '',
  wall: wallUs,
  hybrid,
  vector: nodes.map((id) => vector.find((one) => one.origin === id)?.sequence ?? 0),
  node: origin,
})

const version = (value: string, node: string, nodes: readonly string[]): MergeVersion => ({
  value,
  wall: 0,
  hybrid: { us: 0, count: 0 },
  vector: nodes.map(() => 0),
  node,
})
