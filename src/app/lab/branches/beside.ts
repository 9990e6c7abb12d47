/** Two runs on one clock: the present one beside its twin by another strategy, or a pair that a link or a preset brings. */
import { pairOf, type Run } from '../../../run/index.ts'
import { changedSentence, sideNames, strategyWords } from '../../../words/index.ts'
import type { Live } from '../../live/live.ts'
import { notify } from '../../page/page.ts'

export function layBeside(live: Live, run: Run, beside: Run): void {
  // Somebody has opened another run meanwhile.
  if (live.latest !== null && live.opened !== run.scenario) return
  const [here, there] = sideNames(run.scenario, beside.scenario)
  live.do({ do: 'beside', run: beside, name: there, here: { name: here } })
}

/** Under the same requests. Where the present run has clients that wait for answers, both sides begin anew beside it. */
export function compareStrategies(live: Live): void {
  const run = live.latest?.transport.run
  if (run === undefined) return
  const pair = pairOf(run)
  if ('problem' in pair) {
    notify(strategyWords.cannot(pair.problem))
    return
  }
  const { here, there, opened, left } = pair
  const [mine, theirs] = sideNames(here.scenario, there.scenario)
  live.do({
    do: 'beside',
    run: there,
    name: theirs,
    here: here === run ? { name: mine } : { name: mine, run: here },
  })
  const changed = changedSentence(opened, left.length)
  if (changed !== '') notify(changed, { kind: 'news' })
}
