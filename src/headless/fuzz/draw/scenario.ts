/** A scenario of any kind, drawn from the tables: 1 to 8 slaves, in tiers or not, any mode, any network; or as many masters. */
import { type Field, SCENARIO } from '../../../run/index.ts'
import type { Dice } from './dice.ts'
import { settleMasters } from './manyMasters.ts'
import { CENTERS } from './tuned.ts'
import { drawFields, drawValue, type Names } from './value.ts'

/** Small clusters are drawn more often: most troubles need no more. */
const SLAVES = [1, 1, 2, 2, 2, 2, 3, 3, 3, 4, 4, 5, 6, 8]
const UNTIL = [400, 1000, 2000, 2500, 3000, 4000, 6000]

/** Not yet checked. `many`: there may be several masters. Names of nodes are db1, db2 ..., the first is the master; those of clients are c1, c2 ... */
export function drawScenario(
  seed: number,
  dice: Dice,
  many: boolean,
): { scenario: Record<string, unknown>; names: Names } {
  const nodes = Array.from({ length: 1 + dice.pick(SLAVES) }, (_, at) => `db${at + 1}`)
  const clients = Array.from({ length: 1 + dice.below(3) }, (_, at) => `c${at + 1}`)
  const names: Record<string, readonly string[]> = { nodes, clients, dataCenters: CENTERS }
  const scenario: Record<string, unknown> = { id: `fuzz-${seed}`, untilMs: dice.pick(UNTIL) }
  // Lists first: what else is there may refer to the names in them.
  const isList = (field: Field) => field.type === 'list'
  const fields = Object.entries(SCENARIO as Record<string, Field>).filter(
    ([name]) => name !== 'id' && name !== 'untilMs',
  )
  const lists = fields.filter(([name, field]) => isList(field) && !(name in names))
  for (const [name, field] of lists) {
    const list = drawValue(field, name, dice.of(name), names) as { id?: string }[]
    scenario[name] = list
    names[name] = list.flatMap(({ id }) => id ?? [])
  }
  // Whoever watches may stand at the end of a link.
  const first = ([name]: [string, Field]) => (name === 'failover' ? 0 : 1)
  for (const [name, field] of [...fields].sort((a, b) => first(a) - first(b))) {
    const own = dice.of(name)
    if (name in scenario) continue
    if (field.type === 'list') {
      const ids = names[name]!
      scenario[name] = ids.map((id, at) => drawFields(field.of, name, own.of(at), names, id))
    } else scenario[name] = drawValue(field, name, own, names)
    const { monitors } = (name === 'failover' ? scenario[name] : {}) as { monitors?: { id: string }[] }
    if (monitors) names['monitors'] = monitors.map(({ id }) => id)
  }
  settleMasters(scenario, dice.of('several masters'), many)
  return { scenario, names }
}
