// Which unit tests need a world of their own: those with a page, and those that put something in the place of a module
// or a global name, or ask what was loaded. All others share the modules of one thread, so that the engine is loaded
// and warmed up once for many files instead of once for each.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const NEEDS_ITS_OWN = /@vitest-environment|\bvi\.|\bglobalThis\b|\bprocess\.env\b|atHand/

/** Paths below the folder `root`, with slashes, of the tests under `src` that must run alone. */
export function testsAlone(root: string): string[] {
  return readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.test\.tsx?$/.test(path))
    .map((path) => `src/${path.replaceAll('\\', '/')}`)
    .filter((path) => NEEDS_ITS_OWN.test(readFileSync(join(root, path), 'utf8')))
    .sort()
}
