/**
 * What the stage has for some runs only. Here all of it is at hand: in tests, and wherever the source itself is run. Built
 * pages get `packsLater.ts` in place of this file.
 */
import type { Run } from '../../run/index.ts'
import { crowd } from './packCrowd.ts'
import { masters } from './packMasters.ts'

export const packs = { masters, crowd }

/** Fetches these pieces. Null: nothing is missing, draw. */
export const fetchPieces = (_pieces: readonly (keyof typeof packs)[]): Promise<void> | null => null

/** Fetches what goes with those packs of the engine, and what else is known to be needed for that run. */
export const fetchStagePacks = (_names: readonly string[], _run?: Run | null): Promise<void> | null => null
