/** What an address says about how the page looks, as pairs: it stays when the rest of the address is written anew. */
import { PARAMETERS, parameter } from './parameters.ts'

export const looksIn = (hash: string): (readonly [string, string])[] =>
  Object.entries(PARAMETERS).flatMap(([name, sets]) => {
    const value = sets === null ? null : parameter(name as keyof typeof PARAMETERS, hash)
    return value === null ? [] : [[name, value] as const]
  })
