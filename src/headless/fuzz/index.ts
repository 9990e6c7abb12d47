/**
 * `lab fuzz`: thousands of generated runs, each played in every way that must make no difference and held against
 * everything that must be true; thousands of broken inputs; and thousands of hostile merge functions. What is wrong is made small, printed and kept.
 */
import { resolve } from 'node:path'
import type { FuzzCommand } from './command.ts'
import type { Slice, Violation } from './slice.ts'
import { shareOut } from './workers.ts'

const SIZE = { seeds: 10, inputs: 100, functions: 50 }
/** Between two lines of progress. */
const QUIET_MS = 5000

export async function fuzz({ seeds, inputs, functions, from, out, json }: FuzzCommand): Promise<0 | 1> {
  const folder = resolve(process.env['INIT_CWD'] ?? '.', out ?? '.')
  const violations: Violation[] = []
  const began = Date.now()
  let [runs, told] = [0, began]
  const progress = () => {
    told = Date.now()
    const seconds = (told - began) / 1000
    process.stderr.write(
      `${runs} of ${seeds + inputs + functions} in ${Math.round(seconds)} s, ${(runs / seconds).toFixed(1)} a second, ${violations.length} violations\n`,
    )
  }
  const add = (violation: Violation) => {
    violations.push(violation)
    if (!json) process.stdout.write(`${sentence(violation)}\n`)
  }
  await shareOut<Slice, Violation[]>({
    name: 'fuzzSlice',
    shares: slices({ seeds, inputs, functions }, from, folder),
    done(found, slice) {
      runs += slice.to - slice.from
      found.forEach(add)
      if (Date.now() - told > QUIET_MS) progress()
    },
    hung(slice) {
      const text = `No answer from ${slice.what} ${slice.from} to ${slice.to - 1}.`
      runs += slice.to - slice.from
      add({ seed: slice.from, name: 'hang', at: 0, text, link: null, file: '' })
    },
  })
  progress()
  violations.sort((a, b) => a.seed - b.seed)
  process.stdout.write(
    json ? `${JSON.stringify({ runs, violations }, null, 2)}\n` : `${runs} runs, ${violations.length} violations\n`,
  )
  return violations.length > 0 ? 1 : 0
}

const sentence = ({ seed, name, at, text, link, file }: Violation): string =>
  `${seed}, ${name} at ${at} us: ${text}\n${link === null ? '' : `  ${link}\n`}  ${file}`

function* slices(counts: Record<Slice['what'], number>, from: number, folder: string): Generator<Slice> {
  for (const what of ['seeds', 'inputs', 'functions'] as const) {
    const count = counts[what]
    for (let at = from; at < from + count; at += SIZE[what])
      yield { what, from: at, to: Math.min(from + count, at + SIZE[what]), folder }
  }
}
