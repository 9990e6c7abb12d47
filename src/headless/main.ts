/** The command line: parses its arguments, does one thing, prints, and returns the exit status. */
import { jsonSchema, us } from '../run/index.ts'
import { everyPreset } from '../scenarios/index.ts'
import { HELP, parseArgs, type RunCommand } from './args.ts'
import { bench } from './bench/index.ts'
import { QUERY_HELP } from './conformance/help.ts'
import { conformance } from './conformance/index.ts'
import { fuzz } from './fuzz/index.ts'
import { lesson } from './lessons/index.ts'
import { mergingOf } from './merging.ts'
import { play } from './play.ts'
import { exitStatus, reportOf } from './report.ts'
import { findRun } from './source.ts'
import { summaryOf } from './summary.ts'

/** Called by the threads of `fuzz`, which load this bundle. */
export { fuzzSlice } from './fuzz/slice.ts'

export async function main(argv: readonly string[], root: string): Promise<number> {
  // A reader that has seen enough (`lab list | head`) is no error.
  process.stdout.on('error', () => process.exit(0))
  const command = parseArgs(argv)
  if ('problem' in command) return complain(command.problem)
  switch (command.do) {
    case 'help':
      return say(HELP)
    case 'help query':
      return say(QUERY_HELP)
    case 'list':
      return say(
        everyPreset.map(({ id, title, description }) => `${id.padEnd(22)} ${title}. ${description}\n`).join(''),
      )
    case 'schema':
      return say(`${JSON.stringify(jsonSchema(), null, 2)}\n`)
    case 'bench':
      return bench(command.only, root)
    case 'conformance':
      return conformance(command, root)
    case 'fuzz':
      return fuzz(command)
    case 'lesson':
      return lesson(command)
    case 'run':
      return runAndReport(command)
  }
}

async function runAndReport({ source, seed, until, machines, json }: RunCommand): Promise<number> {
  const found = findRun(source)
  if ('problem' in found) return complain(found.problem)
  const run = seed === null ? found.run : { ...found.run, seed }
  const end = until ?? (found.t > 0 ? found.t : us(run.scenario.untilMs))
  const report = reportOf(play(run, end, { machines, ...(await mergingOf(run)) }))
  say(json ? `${JSON.stringify(report, null, 2)}\n` : summaryOf(run, report))
  return exitStatus(report)
}

function say(text: string): 0 {
  process.stdout.write(text)
  return 0
}

function complain(sentence: string): 2 {
  process.stderr.write(`${sentence}\n`)
  return 2
}
