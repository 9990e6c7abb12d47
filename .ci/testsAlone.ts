// Which unit tests need a world of their own: those that put something in the place of a module or a global name, or ask
// what was loaded. All others share the modules of one thread, so that the engine is loaded and warmed up once for many
// files instead of once for each; those with a page share that page, too, and leave it as they found it.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const NEEDS_ITS_OWN = /\bvi\.|\bglobalThis\b|\bprocess\.env\b|atHand|Later\.ts'/
const NEEDS_A_PAGE = /@vitest-environment/

/** Paths below the folder `root`, with slashes: of the tests under `src` that must run alone, and of those with a page. */
export function testsAlone(root: string): { alone: string[]; onPage: string[] } {
  const texts = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.test\.tsx?$/.test(path))
    .map((path) => `src/${path.replaceAll('\\', '/')}`)
    .sort()
    .map((path) => [path, readFileSync(join(root, path), 'utf8')] as const)
  const alone = texts.filter(([, text]) => NEEDS_ITS_OWN.test(text))
  const onPage = texts.filter(([, text]) => NEEDS_A_PAGE.test(text) && !NEEDS_ITS_OWN.test(text))
  return { alone: alone.map(([path]) => path), onPage: onPage.map(([path]) => path) }
}
