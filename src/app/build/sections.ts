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

/** What says nothing of a run, and of a walkthrough. */
const OF_A_LESSON: readonly string[] = ['step', 'steps']
const OF_A_RUN: readonly string[] = ['seed', 'at', 'until', 'loop', 'focus']

/** `all`: of the table; those that would say nothing are left out, unless an address has brought them. */
export function sectionsOf(
  given: Partial<Record<Name, string>>,
  all: readonly Name[] = NAMES,
): { section: Section; names: Name[] }[] {
  const idle = given.walkthrough === undefined ? OF_A_LESSON : OF_A_RUN
  const names = all.filter((name) => given[name] !== undefined || !idle.includes(name))
  const placed: { section: Section; names: Name[] }[] = Object.entries(PLACES).map(([section, places]) => ({
    section: section as Section,
    names: names.filter((name) => places.includes(name)),
  }))
  const known = new Set<string>(['s', ...Object.values(PLACES).flat()])
  const more = names.filter((name) => !known.has(name))
  return more.length === 0 ? placed : [...placed, { section: 'more', names: more }]
}

export const nameOf = (name: string): string => parameterWords[name]?.name ?? name
