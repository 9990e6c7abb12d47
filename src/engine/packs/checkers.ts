/** Those who watch over a run and judge it. A figure, which shows the stage alone, does without. */
import { allCheckers } from '../checkers/index.ts'
import type { Pack } from './pack.ts'

export const checkers: Pack = { name: 'checkers', checkers: allCheckers }
