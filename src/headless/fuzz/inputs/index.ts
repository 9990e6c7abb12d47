/** Inputs that are broken in any way, by number: what their doors make of them. */
import { inspect } from 'node:util'
import { Dice } from '../draw/index.ts'
import type { Finding } from '../finding.ts'
import { tryInput } from './door.ts'
import { drawInput } from './input.ts'

export interface BadAnswer {
  seed: number
  found: Finding
  /** The input as text. */
  input: string
}

export function judgeInput(seed: number): BadAnswer | null {
  const dice = new Dice(seed, 'input')
  const input = drawInput(dice)
  const found = tryInput(input, dice.of('try'))
  if (found === null) return null
  const { door, given } = input
  return { seed, found, input: `${door}: ${typeof given === 'string' ? given : inspect(given, { depth: 8 })}` }
}
