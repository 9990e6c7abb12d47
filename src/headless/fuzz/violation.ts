/** What is wrong with a seed, as it is printed: with a link that shows it, and a file to keep. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { linkHash, writeFile } from '../../run/index.ts'
import type { Finding } from './judge.ts'
import type { Shrunk } from './shrink.ts'

export interface Violation extends Finding {
  seed: number
  /** Opens the smallest run that shows it, at the moment at which it shows. */
  link: string | null
  file: string
}

export function keep({ seed, run, found }: Shrunk & { seed: number }, folder: string): Violation {
  mkdirSync(folder, { recursive: true })
  const file = join(folder, `fuzz-${seed}.json`)
  writeFileSync(file, writeFile(run))
  const link = linkHash(run, found.at)
  return { seed, ...found, link: 'hash' in link ? link.hash : null, file }
}
