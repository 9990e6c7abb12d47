/** Where case files come from: a folder of them, or one. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { FACTS } from '../../engine/index.ts'
import { type Case, readCase } from './caseFile.ts'

const MOST_BYTES = 4_000_000
const kinds = Object.keys(FACTS)

/** The cases in order of their files' names, or one sentence about the first thing that is wrong. */
export function casesIn(given: string): { cases: Case[] } | { problem: string } {
  const path = absolute(given)
  if (!existsSync(path)) return { problem: `There is no folder ${JSON.stringify(given.slice(0, 200))}.` }
  const files = statSync(path).isDirectory() ? jsonFilesIn(path) : [path]
  if (files.length === 0) return { problem: `${given} holds no case: there is no file whose name ends in .json.` }
  const cases: Case[] = []
  for (const file of files) {
    const { size } = statSync(file)
    if (size > MOST_BYTES)
      return { problem: `${basename(file)} has ${size} bytes, but at most ${MOST_BYTES} are allowed.` }
    const read = readCase(basename(file), readFileSync(file, 'utf8'), kinds)
    if ('problem' in read) return read
    cases.push(read.case)
  }
  return { cases }
}

const jsonFilesIn = (path: string): string[] =>
  readdirSync(path)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => join(path, name))

/** npm starts scripts in the folder of the package; what a user types is meant from where they are. */
const absolute = (path: string): string => {
  const { INIT_CWD } = process.env
  return existsSync(path) || INIT_CWD === undefined ? path : resolve(INIT_CWD, path)
}
