/** Every pack there is: tests and the command line have all of them from the start. Pages are built with fewer, and fetch. */
import { checkers } from './checkers.ts'
import { multiMaster } from './multiMaster.ts'
import { operations } from './operations.ts'
import type { Pack } from './pack.ts'
import { reads } from './reads.ts'
import { regions } from './regions.ts'
import { voting } from './voting.ts'

export const atHand: readonly Pack[] = [checkers, multiMaster, operations, reads, regions, voting]
