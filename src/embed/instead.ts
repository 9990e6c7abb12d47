/** What a figure shows where it can't show what was asked for: the same as if that had not been said, and a sentence. */
import { parseRun, type Run } from '../run/index.ts'
import { addressWords } from '../words/index.ts'
import { anotherRun } from './link.ts'
import type { Address } from './page.ts'
import { type Shown, shownOf } from './shown.ts'

const USUAL = 'async-pipeline'
/** The rule of a run that says none. */
const RULE = 'wall-clock'

/** In place of a scenario that nobody knows: the usual one, and the author is told. */
export function instead({ wanted, warnings }: Address): Promise<Shown | { problem: string }> {
  warnings.push(addressWords.noScenario(wanted.scenario))
  return shownOf({ ...wanted, scenario: USUAL })
}

/**
 * In place of a reader's function, where a host forbids what runs it: a rule of the lab's own. Readers are told above the
 * figure's own sentence. Where there is none, nothing can be shown, and `why` is told.
 */
export function withoutFunction(why: string, shown: Shown, told: HTMLElement, open: (shown: Shown) => void): void {
  const run = withRule(shown.run)
  const sentence = document.createElement('p')
  sentence.className = 'told'
  sentence.setAttribute('role', 'alert')
  sentence.textContent = run ? addressWords.builtIn : why
  told.before(sentence)
  if (run) open(anotherRun(run, shown.t))
}

function withRule({ scenario, ...run }: Run): Run | null {
  const { multiMaster } = scenario
  if (multiMaster?.rule !== 'function') return null
  const changed = parseRun({ ...run, scenario: { ...scenario, multiMaster: { ...multiMaster, rule: RULE } } })
  return 'run' in changed ? changed.run : null
}
