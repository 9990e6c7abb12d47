/**
 * A value for any field of any table: as `tuned.ts` says, or else what the table allows, with a liking for the default,
 * for the edges, and for times that fit into a run. It may be wrong in what no table can say (a name that is not there,
 * a ring): `repaired.ts` takes care of that.
 */
import { type Field, type Fields, grain, type NumberField } from '../../../run/index.ts'
import type { Dice } from './dice.ts'
import { TUNED } from './tuned.ts'

/** Names that a field may refer to, by the list that they stand in: nodes, clients ... */
export type Names = Readonly<Record<string, readonly string[]>>

/** `undefined`: the field is left out. `place`: as in `clients.thinkMs`, without numbers and names. */
export function drawValue(field: Field, place: string, dice: Dice, names: Names): unknown {
  const tuned = TUNED[place]
  if (tuned) return tuned(dice)
  switch (field.type) {
    case 'number':
      return drawNumber(field, dice)
    case 'choice':
      return dice.oneIn(4) ? undefined : dice.pick(field.choices)
    case 'flag':
      return dice.oneIn(4) ? undefined : dice.oneIn(2)
    case 'text':
      return undefined
    case 'id':
      return field.optional && dice.oneIn(2) ? undefined : drawName(place, dice, names)
    case 'pair':
      return drawPair(dice, names)
    case 'group':
      return drawFields(field.fields, place, dice, names)
    case 'list':
      return Array.from({ length: dice.oneIn(2) ? 0 : 1 + dice.below(Math.min(3, field.max)) }, (_, at) =>
        drawFields(
          field.of,
          place,
          dice.of(at),
          names,
          `${place.split('.').at(-1)!.toLowerCase().replace(/s$/, '')}-${at + 1}`,
        ),
      )
  }
}

/** `id`: the name of what is drawn, where it has one. */
export function drawFields(fields: Fields, place: string, dice: Dice, names: Names, id?: string): object {
  const out: Record<string, unknown> = {}
  for (const [name, field] of Object.entries(fields)) {
    const value = name === 'id' ? id : drawValue(field, place === '' ? name : `${place}.${name}`, dice.of(name), names)
    if (value !== undefined) out[name] = value
  }
  return out
}

function drawNumber({ unit, min, max, default: usual, optional }: NumberField, dice: Dice): number | undefined {
  if ((usual !== undefined || optional) && dice.oneIn(2)) return undefined
  const least = Math.max(min, grain(unit) === 1 ? 1 : 0.01)
  const most = Math.max(least, Math.min(max, unit === 'ms' ? 3000 : 60))
  const sign = min < 0 && dice.oneIn(2) ? -1 : 1
  if (dice.oneIn(8)) return min
  if (dice.oneIn(20)) return max
  return sign * dice.spread(least, most, grain(unit))
}

/** A name from the list that the field's own name speaks of, otherwise from any. */
function drawName(place: string, dice: Dice, names: Names): string | undefined {
  const word = place.split('.').at(-1)!
  const own = names[`${word}s`] ?? names[word]
  const all = own ?? (dice.oneIn(6) ? Object.values(names).flat() : (names['nodes'] ?? []))
  return all.length === 0 ? undefined : dice.pick(all)
}

/** Two ends: one of them a node, as a link needs. */
function drawPair(dice: Dice, { nodes = [], clients = [], monitors = ['monitor'] }: Names): [string, string] {
  // Monitors that vote talk to one another, too.
  const one = monitors.length > 1 && dice.oneIn(6) ? dice.pick(monitors) : dice.pick(nodes)
  const isMonitor = monitors.includes(one)
  const others = [...nodes, ...nodes, ...(isMonitor ? monitors : [...clients, ...monitors])].filter((id) => id !== one)
  return [one, dice.pick(others)]
}
