/** What it takes to read a run from a link, and to write one, in a piece of its own: a figure of a preset does without. */
import { linkHash, type Run } from '../run/index.ts'
import type { Shown } from './shown.ts'

export { parseLink } from '../run/index.ts'

/** A run that no link names yet: the lab gets it whole, or stays closed to it where it is too long for a link. */
export const anotherRun = (run: Run, t: number): Shown => ({
  run,
  t,
  labAt: (at) => {
    const link = linkHash(run, at)
    return 'problem' in link ? '../../#/lab' : `../../${link.hash}`
  },
})
