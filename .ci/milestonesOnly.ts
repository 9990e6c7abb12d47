/**
 * For the figure, which tells the last milestone and lists nothing: the source of a table of sentences without those of
 * facts that are never a milestone, and of the others without the line of the event log.
 */
import type { Plugin } from 'vite'

interface Named {
  type: string
  start: number
  end: number
  key?: { name?: string; value?: unknown }
  value?: { type: string; properties?: Named[] }
}

/** `isTold`: may a fact of that kind be a milestone? Null: it is no kind of fact. */
export const milestonesOnly = (
  environment: string,
  folder: string,
  isTold: (kind: string) => boolean | null,
): Plugin => ({
  name: 'milestones-only',
  apply: 'build',
  applyToEnvironment: ({ name }) => name === environment,
  transform(source, id) {
    if (!id.startsWith(folder)) return null
    // By now the types are gone from it.
    const cuts: Named[] = []
    const look = (value: unknown): void => {
      if (Array.isArray(value)) value.forEach(look)
      else if (value !== null && typeof value === 'object') {
        const node = value as Named
        const told = node.type === 'Property' ? isTold(String(node.key?.name ?? node.key?.value)) : null
        if (told === false) cuts.push(node)
        else if (told === true) {
          const fields = node.value?.properties ?? []
          const [log, tell] = ['log', 'tell'].map((name) => fields.find(({ key }) => key?.name === name))
          if (log && tell) cuts.push(log)
        } else Object.values(value).forEach(look)
      }
    }
    look(this.parse(source))
    let rest = source
    for (const { start, end } of cuts.sort((a, b) => b.start - a.start)) {
      const after = /^\s*,/.exec(rest.slice(end))?.[0].length ?? 0
      rest = rest.slice(0, start) + rest.slice(end + after)
    }
    return { code: rest, map: null }
  },
})
