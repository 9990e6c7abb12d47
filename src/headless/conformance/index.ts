/** `lab conformance`: cases of recordings of real databases, held against what the engine does. */
import { join } from 'node:path'
import type { ConformanceCommand } from './command.ts'
import { casesIn } from './folder.ts'
import { judge, type Verdict } from './judge.ts'
import { tableOf } from './table.ts'

const OWN_CASES = 'src/headless/conformance/cases'

/** Exit status: 0 all hold or are left for later; 1 some do not hold; 2 a file cannot be used. */
export function conformance({ source, json }: ConformanceCommand, root: string): 0 | 1 | 2 {
  const read = casesIn(source ?? join(root, OWN_CASES))
  if ('problem' in read) {
    process.stderr.write(`${read.problem}\n`)
    return 2
  }
  const cases: Verdict[] = []
  for (const one of read.cases) {
    const verdict = judge(one)
    cases.push(verdict)
    if (!json) process.stdout.write(tableOf(verdict))
  }
  if (json) process.stdout.write(`${JSON.stringify({ cases }, null, 2)}\n`)
  else process.stdout.write(`\n${summaryOf(cases)}\n`)
  return cases.some(({ holds }) => holds === false) ? 1 : 0
}

function summaryOf(cases: readonly Verdict[]): string {
  const count = (holds: Verdict['holds']) => cases.filter((one) => one.holds === holds).length
  return `${count(true)} hold, ${count(false)} do not, ${count('later')} are left for later.`
}
