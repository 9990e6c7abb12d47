/** `lab conformance [--json] [DIR]` as a value, or one sentence about what is wrong with it. */
export interface ConformanceCommand {
  do: 'conformance'
  /** A folder of case files, or one file; null = the repository's own. */
  source: string | null
  json: boolean
}

export function parseConformance(rest: readonly string[]): ConformanceCommand | { problem: string } {
  const option = rest.find((word) => word.startsWith('-') && word !== '--json')
  if (option !== undefined)
    return { problem: `conformance takes no ${JSON.stringify(option.slice(0, 60))}; known is --json.` }
  const [source = null, more] = rest.filter((word) => word !== '--json')
  if (more !== undefined)
    return {
      problem: `conformance takes one folder, but got ${JSON.stringify(source)} and ${JSON.stringify(more.slice(0, 60))}.`,
    }
  return { do: 'conformance', source, json: rest.includes('--json') }
}
