/** The page on which a figure for an article is made: options, snippets, words and style sheet, fetched by who opens it. */
import { later } from './later.tsx'
import { onDemand } from './onDemand.ts'

const build = onDemand(() => import('./buildParts.ts'), { ahead: false })
export const Build = later(build, (m) => m.Build)
