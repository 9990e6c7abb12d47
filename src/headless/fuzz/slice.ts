/** What one thread does at a time: some seeds or some inputs, and the violations among them, each kept in a file. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { linkHash, writeFile } from '../../run/index.ts'
import { judgeInput } from './inputs/index.ts'
import { judgeSeed } from './seed.ts'

export interface Slice {
  what: 'seeds' | 'inputs'
  from: number
  to: number
  /** Where files go. */
  folder: string
}

export interface Violation {
  /** Of the generated run, or of the input. */
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

export function fuzzSlice({ what, from, to, folder }: Slice): Violation[] {
  const numbers = Array.from({ length: to - from }, (_, at) => from + at)
  return numbers.flatMap((number) => VIOLATION[what](number, folder) ?? [])
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
}

const plain = ({ name, at, text }: { name: string; at: number; text: string }) => ({ name, at, text })

function keep(file: string, text: string): string {
  mkdirSync(join(file, '..'), { recursive: true })
  writeFileSync(file, text)
  return file
}
