/**
 * `lab fuzz`: thousands of generated runs, each played in every way that must make no difference and held against
 * everything that must be true. What is wrong is made small and printed as a link and a file.
 */
import { resolve } from 'node:path'
import type { FuzzCommand } from './command.ts'
import { judgeSeed } from './seed.ts'
import type { Shrunk } from './shrink.ts'
import { keep, type Violation } from './violation.ts'
import { shareOut } from './workers.ts'

/** What one thread does at a time. */
export interface Slice {
  from: number
  to: number
}
const SLICE = 10
type Found = Shrunk & { seed: number }

/** Called in a thread: everything that is wrong with these seeds. */
export function fuzzSlice({ from, to }: Slice): Found[] {
  const found: Found[] = []
  for (let seed = from; seed < to; seed++) {
    const one = judgeSeed(seed)
    if (one !== null) found.push(one)
  }
  return found
}

export async function fuzz({ seeds, from, out, json }: FuzzCommand): Promise<0 | 1> {
  const folder = resolve(process.env['INIT_CWD'] ?? '.', out ?? '.')
  const violations: Violation[] = []
  const began = Date.now()
  let runs = 0
  let told = began
  const progress = () => {
    told = Date.now()
    const seconds = (told - began) / 1000
    process.stderr.write(
      `${runs} of ${seeds} seeds in ${Math.round(seconds)} s, ${(runs / seconds).toFixed(1)} a second, ${violations.length} violations\n`,
    )
  }
  await shareOut<Slice, Found[]>({
    name: 'fuzzSlice',
    shares: slices(from, from + seeds),
    done(found, slice) {
      runs += slice.to - slice.from
      for (const one of found) {
        const violation = keep(one, folder)
        violations.push(violation)
        if (!json) process.stdout.write(`${sentence(violation)}\n`)
      }
      if (Date.now() - told > 5000) progress()
    },
    hung(slice) {
      const text = `No answer from seeds ${slice.from} to ${slice.to - 1}.`
      runs += slice.to - slice.from
      violations.push({ seed: slice.from, name: 'hang', at: 0, text, link: null, file: '' })
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
  `seed ${seed}, ${name} at ${at} us: ${text}\n  ${link ?? 'too long for a link'}\n  ${file}`

function* slices(from: number, to: number): Generator<Slice> {
  for (let at = from; at < to; at += SLICE) yield { from: at, to: Math.min(to, at + SLICE) }
}
