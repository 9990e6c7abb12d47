/** What it takes to read a run from a link, in a piece of its own: a figure of a preset does without. */
export { parseLink } from '../run/index.ts'
