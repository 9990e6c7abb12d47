/**
 * What is said of some runs only, by the pack of the engine that they need. Here all of it is at hand: in tests, and
 * wherever the source itself is run. Built pages get `packsLater.ts` in place of this file.
 */
import type { Run } from '../run/index.ts'
import { masters } from './packMasters.ts'
import { operations } from './packOperations.ts'

export const packs = { masters, operations }

/** Fetches what there is to say beside those packs of the engine. Null: nothing is missing, speak. */
export const fetchWordPacks = (_names: readonly string[], _run?: Run | null): Promise<void> | null => null
