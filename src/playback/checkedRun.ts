/** A run from outside is checked whole, whoever hands it in. */
export { parseRun as checkedRun } from '../run/index.ts'
