/** What one thread does at a time: some seeds, inputs or functions, and the violations among them, each kept in a file. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { linkHash, writeFile } from '../../run/index.ts'
import { judgeFunction } from './functions/index.ts'
import { judgeInput } from './inputs/index.ts'
import { judgeSeed } from './seed.ts'

export interface Slice {
  what: 'seeds' | 'inputs' | 'functions'
  from: number
  to: number
  /** Where files go. */
  folder: string
}

export interface Violation {
  /** Of the generated run, of the input or of the function. */
  seed: number
  /** Of the checker, or of the way of playing that made a difference. */
  name: string
  /** Microseconds of database time. */
  at: number
  text: string
  /** Opens the smallest run that shows it, at the moment at which it shows; null where there is none, or it is too long. */
  link: string | null
  file: string
}

export async function fuzzSlice({ what, from, to, folder }: Slice): Promise<Violation[]> {
  const violations: Violation[] = []
  for (let number = from; number < to; number++) {
    const violation = await VIOLATION[what](number, folder)
    if (violation !== null) violations.push(violation)
  }
  return violations
}

const VIOLATION = {
  seeds(number: number, folder: string): Violation | null {
    const wrong = judgeSeed(number)
    if (wrong === null) return null
    const { seed, run, found } = wrong
    const link = linkHash(run, found.at)
    const file = keep(join(folder, `fuzz-${seed}.json`), writeFile(run))
    return { seed, ...plain(found), link: 'hash' in link ? link.hash : null, file }
  },
  inputs(number: number, folder: string): Violation | null {
    const wrong = judgeInput(number)
    if (wrong === null) return null
    const { seed, found, input } = wrong
    return { seed, ...plain(found), link: null, file: keep(join(folder, `input-${seed}.txt`), input) }
  },
  async functions(number: number, folder: string): Promise<Violation | null> {
    const wrong = await judgeFunction(number)
    if (wrong === null) return null
    const file = keep(join(folder, `function-${number}.txt`), wrong.input)
    return { seed: number, ...plain(wrong.found), link: null, file }
  },
}

const plain = ({ name, at, text }: { name: string; at: number; text: string }) => ({ name, at, text })

function keep(file: string, text: string): string {
  mkdirSync(join(file, '..'), { recursive: true })
  writeFileSync(file, text)
  return file
}
