/**
 * What an author has chosen, as a value, and its address: `#/embed-builder?preset=ID&figure=...`. `figure` holds the figure's
 * own parameters in one, since the page has some of the same names for itself (`theme`, `terms`).
 */
import { ALIASES, heightOf, isName, type Name, PARAMETERS } from '../../embed/index.ts'
import { looksIn } from '../route/looksIn.ts'
import { parameter } from '../route/parameters.ts'

export const WIDTHS = [320, 420, 640, 960] as const
export const SCHEMES = ['light', 'dark'] as const

export interface Built {
  /** Of the figure: those that are not as usual, each a text that its parameter takes. */
  given: Partial<Readonly<Record<Name, string>>>
  /** '' = the run's own title. */
  label: string
  /** Pixels of the column. */
  width: (typeof WIDTHS)[number]
  /** Pixels of the frame; null = what is documented for the width. */
  height: number | null
  scheme: (typeof SCHEMES)[number]
}

export const MOST_LABEL = 60
export const HEIGHTS = { least: 120, most: 4000 }

/** The text of a parameter that says nothing: '' where it is simply absent. */
export function usualText(name: Name): string {
  const { usual } = PARAMETERS[name] as { usual: unknown }
  if (typeof usual === 'boolean') return usual ? '1' : '0'
  return Array.isArray(usual) ? usual.join(',') : `${usual ?? ''}`
}

export const isTaken = (name: Name, text: string): boolean => PARAMETERS[name].kind.read(text) !== undefined

/** With that one changed; a text that the parameter does not take, or that is usual, takes it out. */
export function withGiven(given: Built['given'], name: Name, text: string): Built['given'] {
  const { [name]: _, ...others } = given
  return text !== '' && text !== usualText(name) && isTaken(name, text) ? { ...others, [name]: text } : others
}

/** Whatever the hash holds: what is wrong in it is left out. */
export function builtOf(hash: string): Built {
  const own = new URLSearchParams(parameter('figure', hash) ?? '')
  let given: Built['given'] = {}
  const apart = (['preset', 's', 't'] as const).map((name) => [name, parameter(name, hash)] as const)
  for (const [spelled, text] of [...own, ...apart]) {
    const name = Object.hasOwn(ALIASES, spelled) ? ALIASES[spelled]! : spelled
    if (isName(name) && text !== null && given[name] === undefined) given = withGiven(given, name, text)
  }
  const height = Number(own.get('height'))
  return {
    given,
    label: (own.get('label') ?? '').slice(0, MOST_LABEL),
    width: WIDTHS.find((width) => `${width}` === own.get('width')) ?? 640,
    height: Number.isInteger(height) && height >= HEIGHTS.least && height <= HEIGHTS.most ? height : null,
    scheme: own.get('scheme') === 'dark' ? 'dark' : 'light',
  }
}

/** What else the address says (how the page looks) stays. */
export function hashOf({ given, label, width, height, scheme }: Built, hash: string): string {
  const { scenario, s, ...others } = given
  const own = new URLSearchParams(others)
  if (label !== '') own.set('label', label)
  if (width !== 640) own.set('width', `${width}`)
  if (height !== null) own.set('height', `${height}`)
  if (scheme !== 'light') own.set('scheme', scheme)
  const said = [
    ...(scenario === undefined ? [] : [['preset', scenario] as const]),
    ...(s === undefined ? [] : [['s', s] as const]),
    ...(own.size === 0 ? [] : [['figure', `${own}`] as const]),
    ...looksIn(hash),
  ].map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
  return said.length === 0 ? '#/embed-builder' : `#/embed-builder?${said.join('&')}`
}

/** As an address spells them: the run first, by name also where it is the usual one. */
export function pairsOf({ scenario, s, ...others }: Built['given']): [Name, string][] {
  const lesson = others.walkthrough !== undefined && scenario === undefined
  const run: [Name, string][] =
    s !== undefined ? [['s', s]] : lesson ? [] : [['scenario', scenario ?? PARAMETERS.scenario.usual]]
  return [...run, ...(Object.entries(others) as [Name, string][])]
}

export const frameHeight = ({ width, height }: Pick<Built, 'width' | 'height'>): number => height ?? heightOf(width)
