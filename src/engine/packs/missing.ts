/** Something was asked for that no pack which is loaded brings: `needs.ts` should have named it. */
export function missing(what: string): never {
  throw new Error(`No pack that is loaded brings ${what}.`)
}
