/** Hands that a class has raised for the answers of one question: a value, and what it comes to. */
import type { OptionId } from '../../lessons/index.ts'

export type Hands = Readonly<Partial<Record<OptionId, number>>>

/** No room has more. */
const MOST = 999
const OPTIONS: readonly OptionId[] = ['a', 'b', 'c', 'd']

export const isOption = (given: unknown): given is OptionId => OPTIONS.includes(given as OptionId)

/** From outside, which may be anything. */
export function isHands(given: unknown): given is Hands {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return false
  return Object.entries(given).every(
    ([option, n]) => isOption(option) && Number.isSafeInteger(n) && Number(n) >= 0 && Number(n) <= MOST,
  )
}

export const handsFor = (hands: Hands, option: OptionId): number => hands[option] ?? 0

/** One hand more (`by` 1) or taken back (-1); never below none. */
export function raised(hands: Hands, option: OptionId, by: 1 | -1): Hands {
  return { ...hands, [option]: Math.min(MOST, Math.max(0, handsFor(hands, option) + by)) }
}

export const total = (hands: Hands): number => Object.values(hands).reduce((sum, n) => sum + n, 0)

/** The answers with the most hands, in the order of `options`: one, several that are tied, or none where no hand is up. */
export function leading(hands: Hands, options: readonly OptionId[]): readonly OptionId[] {
  const most = Math.max(0, ...options.map((option) => handsFor(hands, option)))
  return most === 0 ? [] : options.filter((option) => handsFor(hands, option) === most)
}
