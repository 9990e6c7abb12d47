/** A value with something wrong in it: of another type, elsewhere, twice, gone, or under a name that means something else. */
import type { Dice } from '../draw/index.ts'
import { nasty } from './nasty.ts'

type Holder = Record<string | number, unknown>
const NAMES = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'id',
  'ID',
  'nodes',
  'do',
  '',
  ' id',
  'па',
  'a\nb',
  'x'.repeat(500),
]

/** Changes `root.value` one to four times. `plain`: it stays something that JSON can say. */
export function mutate<T>(value: T, dice: Dice, plain: boolean): unknown {
  const root: Holder = { value: structuredClone(value) }
  for (let turn = 0; turn <= dice.below(4); turn++) mutateOnce(root, dice.of(turn), plain)
  return root['value']
}

function mutateOnce(root: Holder, dice: Dice, plain: boolean): void {
  const places = placesOf(root)
  const { holder, name } = dice.pick(places)
  const other = dice.pick(places)
  switch (dice.below(9)) {
    case 0:
      // Not the root: then there would be nothing to look at.
      if (holder !== root) remove(holder, name)
      break
    case 1:
      rename(holder, name, dice.pick(NAMES))
      break
    case 2:
      if (Array.isArray(holder))
        holder.push(...Array.from({ length: 1 + dice.below(3) }, () => copyOf(holder[name as never])))
      break
    case 3:
      holder[name] = copyOf(other.holder[other.name])
      break
    case 4:
      // Found again below itself: a ring, unless it has to go through JSON.
      holder[name] = plain ? [copyOf(holder[name])] : other.holder
      break
    case 5:
      holder[name] = swapType(holder[name])
      break
    default:
      holder[name] = nasty(dice, plain)
  }
}

const copyOf = (value: unknown): unknown => (typeof value === 'object' && value !== null ? structured(value) : value)

function structured(value: object): unknown {
  try {
    return structuredClone(value)
  } catch {
    return value
  }
}

function remove(holder: Holder, name: string | number): void {
  if (Array.isArray(holder)) holder.splice(Number(name), 1)
  else delete holder[name]
}

/** As a parser makes it, also for names that an assignment would take for something else. */
function rename(holder: Holder, name: string | number, to: string): void {
  const value = holder[name]
  if (Array.isArray(holder) || holder['value'] === value) return
  delete holder[name]
  Object.defineProperty(holder, to, { value, enumerable: true, configurable: true, writable: true })
}

function swapType(value: unknown): unknown {
  if (typeof value === 'number') return String(value)
  if (typeof value === 'string') return Number.isFinite(Number(value)) ? Number(value) : [value]
  if (typeof value === 'boolean') return value ? 'true' : 0
  if (Array.isArray(value)) return Object.assign({}, value)
  return typeof value === 'object' && value !== null ? Object.values(value) : {}
}

/** A list or an object, and not one of the platform's that keep their contents to themselves. */
function isPlain(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false
  return Array.isArray(value) || [Object.prototype, null].includes(Object.getPrototypeOf(value))
}

/** Every place in the value that holds something, not deeper than one that refers to itself leads. */
function placesOf(root: Holder): { holder: Holder; name: string | number }[] {
  const found: { holder: Holder; name: string | number }[] = []
  const seen = new Set<object>()
  const look = (holder: object): void => {
    if (seen.has(holder) || found.length > 2000 || seen.size > 500) return
    seen.add(holder)
    for (const name of Object.keys(holder)) {
      found.push({ holder: holder as Holder, name })
      const value = (holder as Holder)[name]
      if (isPlain(value) && seen.size < 400) look(value)
    }
  }
  look(root)
  return found
}
