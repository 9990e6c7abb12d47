/**
 * Copies that keep what nobody has overwritten. A version goes when the other copy has seen it and no longer has it:
 * somebody there overwrote it. What stays are siblings: versions whose writers had not seen each other. The rules
 * that build on this differ in what a client's write removes, and in what is shown.
 */
import { byValue, largest } from './order.ts'
import type { RowState } from './row.ts'
import { covers } from './vector.ts'
import { compareDots, sameDot, type Version } from './version.ts'

/** What stays of both, `here` first, each in its order. */
export function keepUnseen(here: RowState, there: RowState): { kept: Version[]; came: Version[] } {
  const kept = here.versions.flatMap((version) => {
    const twin = twinOf(version, there)
    if (twin) return [twin.value === version.value ? version : largest(byValue, [version, twin])]
    return covers(there.context, version) ? [] : [version]
  })
  const came = there.versions.filter((version) => !twinOf(version, here) && !covers(here.context, version))
  return { kept, came }
}

/** In the order that every node agrees on. */
export function inOrder(versions: readonly Version[]): Version[] {
  return versions.slice().sort(compareDots)
}

const twinOf = (version: Version, row: RowState): Version | undefined =>
  row.versions.find((other) => sameDot(other, version))
