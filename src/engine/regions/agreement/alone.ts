import type { RegionState } from './regionState.ts'
import { othersOf } from './row.ts'

/** It can reach no other region: one of three cannot know what the other two decide. */
export const isAlone = ({ hears }: RegionState, me: number): boolean => othersOf(me).every((region) => !hears[region])
