/** Where each parameter of a figure stands. One that nobody has placed stands at the end, under its own name. */
import { NAMES, type Name } from '../../embed/index.ts'
import { type building, parameterWords } from '../../words/index.ts'

type Section = keyof typeof building.sections

/** `s` is a whole run, and comes from the lab: it is chosen with the scenario. */
const PLACES: Record<Exclude<Section, 'more'>, readonly string[]> = {
  run: ['scenario', 'seed', 'walkthrough', 'step', 'steps'],
  time: ['at', 'until', 'loop', 'play', 'speed', 'pace'],
  parts: ['show', 'focus'],
  reader: ['controls', 'lock', 'keys'],
  look: ['theme', 'accent', 'motion', 'terms', 'lang', 'dir'],
  page: ['announce', 'origin', 'id'],
}

/** Without a walkthrough they say nothing, unless an address has brought them. */
const OF_A_LESSON: readonly string[] = ['step', 'steps']

/** `all`: of the table; those that would say nothing are left out. */
export function sectionsOf(
  given: Partial<Record<Name, string>>,
  all: readonly Name[] = NAMES,
): { section: Section; names: Name[] }[] {
  const names =
    given.walkthrough === undefined
      ? all.filter((name) => given[name] !== undefined || !OF_A_LESSON.includes(name))
      : all
  const placed: { section: Section; names: Name[] }[] = Object.entries(PLACES).map(([section, places]) => ({
    section: section as Section,
    names: names.filter((name) => places.includes(name)),
  }))
  const known = new Set<string>(['s', ...Object.values(PLACES).flat()])
  const more = names.filter((name) => !known.has(name))
  return more.length === 0 ? placed : [...placed, { section: 'more', names: more }]
}

export const nameOf = (name: string): string => parameterWords[name]?.name ?? name
