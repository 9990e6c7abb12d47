/** One seed from the drawing to the smallest run that shows what is wrong with it. */
import { Dice, drawRun } from './draw/index.ts'
import { type Finding, finding } from './finding.ts'
import { type Judging, judge } from './judge.ts'
import { type Shrunk, shrink } from './shrink.ts'

/** XState's own machines are asked for once in so many seeds. */
const ORACLE_EVERY = 50
const SHRINK_MS = 15_000

export function judgeSeed(seed: number, engineOf?: Judging['engineOf']): (Shrunk & { seed: number }) | null {
  const judging: Judging = {
    dice: new Dice(seed, 'judge'),
    oracle: seed % ORACLE_EVERY === 0,
    ...(engineOf && { engineOf }),
  }
  let run: ReturnType<typeof drawRun>
  try {
    run = drawRun(seed)
  } catch (error) {
    // The generator and the tables disagree: nothing to shrink.
    return { seed, run: drawRun(0), found: finding('generator', 0, (error as Error).message) }
  }
  const found = judge(run, judging)
  if (found === null) return null
  const until = Date.now() + SHRINK_MS
  const quick = judge(run, { ...judging, quick: true })?.name === found.name
  const again = (smaller: typeof run): Finding | null =>
    judge(smaller, { ...judging, dice: new Dice(seed, 'judge'), quick })
  return { seed, ...shrink(run, found, again, () => Date.now() > until) }
}
