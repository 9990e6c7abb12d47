/** From parameters to the address of a figure: what names a run stands after the hash, where no server sees it. */
import type { Name } from './parameters.ts'

export const HIDDEN: readonly string[] = 'scenario s at until seed walkthrough step steps'.split(' ')

/** Names and texts as an author gave them; in the order in which they are given. */
export function spelled(given: Iterable<readonly [Name, string]>): { search: string; hash: string } {
  const all = [...given]
  const part = (sign: string, hidden: boolean) => {
    const mine = all.filter(([name]) => HIDDEN.includes(name) === hidden)
    // A list stays readable.
    const text = `${new URLSearchParams(mine.map(([name, text]) => [name, text]))}`.replaceAll('%2C', ',')
    return text === '' ? '' : sign + text
  }
  return { search: part('?', false), hash: part('#', true) }
}
