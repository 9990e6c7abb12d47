import { existsSync, readFileSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { LIMITS, parseLink, type Run, readFile } from '../run/index.ts'
import { everyPreset, preset } from '../scenarios/index.ts'

/** Where a run comes from, and the moment that it was meant for; 0 = none in particular. */
export type Found = { run: Run; t: number } | { problem: string }

/** FILE of the command line: a path first, then a link, then the id of a preset. */
export function findRun(source: string): Found {
  const text = readText(source)
  if (text !== null) return typeof text === 'string' ? fromText(text, source) : text
  const known = preset(source)
  if (known !== undefined) return { run: known.run, t: 0 }
  const link = parseLink(source)
  if (link !== null) return link
  if (source.includes('#')) return { problem: 'This link carries no run: it has no s= after its #.' }
  return {
    problem: `There is no file, link or preset ${JSON.stringify(source.slice(0, 80))}; presets are ${everyPreset.map(({ id }) => id).join(', ')}.`,
  }
}

/** A file may also hold a link, as copied. */
function fromText(text: string, source: string): Found {
  const link = /^\s*(https?:|#|\d+\.)\S*\s*$/.test(text) ? parseLink(text) : null
  if (link !== null) return link
  const read = readFile(text)
  return 'problem' in read ? { problem: `${source}: ${read.problem}` } : { run: read.run, t: 0 }
}

/** npm starts scripts in the folder of the package; what a user types is meant from where they are. */
const absolute = (path: string): string => {
  const { INIT_CWD } = process.env
  return existsSync(path) || INIT_CWD === undefined ? path : resolve(INIT_CWD, path)
}

function readText(given: string): string | { problem: string } | null {
  const path = absolute(given)
  try {
    const { size } = statSync(path)
    if (size > LIMITS.fileBytes)
      return { problem: `${path} has ${size} bytes, but at most ${LIMITS.fileBytes} are allowed.` }
    return readFileSync(path, 'utf8')
  } catch (error) {
    const { code } = error as { code?: string }
    if (code === 'ENOENT' || code === 'ENAMETOOLONG' || code === 'ENOTDIR') return null
    return { problem: `${path} cannot be read${code === 'EISDIR' ? ': it is a folder' : ''}.` }
  }
}
