/**
 * The parameters of `rlab/1`, one table: name, what it takes, and what it is without. They may stand before the hash or
 * after it; what names a run belongs after it, where no server sees it.
 */
import { TERMS } from '../../words/index.ts'
import { colourOf } from './accent.ts'
import { flag, integer, type Kind, list, maybe, number, oneOf, pattern } from './kinds.ts'
import { type Moment, momentOf } from './moment.ts'

/** Parts that a figure draws: the first three in its cards, the others below or beside the stage. */
const PARTS = ['gauge', 'relay', 'data', 'log', 'timeline', 'clock', 'kv', 'machine', 'legend'] as const
export type Part = (typeof PARTS)[number]

const moment: Kind<Moment> = { read: momentOf, takes: 'microseconds, m1 (a milestone) or e1 (a step)' }
const id = pattern(/^[a-z][a-z0-9-]{0,39}$/, 'a name in small letters')
/** Of somebody who takes part: a node, a client, a monitor, or a link `a~b`. */
const participant = pattern(/^[A-Za-z][A-Za-z0-9-]{0,23}(~[A-Za-z][A-Za-z0-9-]{0,23})?$/, 'names, or links a~b')
const origin: Kind<string> = {
  read: (text) => {
    const url = URL.canParse(text) ? new URL(text) : null
    return url !== null && /^https?:$/.test(url.protocol) && url.origin === text.replace(/\/$/, '')
      ? url.origin
      : undefined
  },
  takes: 'an origin such as https://example.org',
}
const steps: Kind<readonly [number, number]> = {
  read: (text) => {
    const [from, to] = (/^(\d{1,2})-(\d{1,2})$/.exec(text) ?? []).slice(1).map(Number)
    return from !== undefined && to !== undefined && from >= 1 && from <= to ? [from, to] : undefined
  },
  takes: 'a range such as 3-6',
}

const of = <T>(usual: T, kind: Kind<T>) => ({ usual, kind })

export const PARAMETERS = {
  scenario: of('async-pipeline', id),
  /** Null: the run's own. */
  seed: of(null, maybe(integer(0, 4_294_967_295))),
  /** Null: a preset's own first picture, or the start. */
  at: of(null, maybe(moment)),
  until: of(null, maybe(moment)),
  loop: of(false, flag),
  play: of('click', oneOf('none', 'visible', 'click')),
  speed: of(1, number(0.1, 8)),
  pace: of('auto', oneOf('auto', 'steady')),
  walkthrough: of(null, maybe(id)),
  step: of(null, maybe(integer(1, 99))),
  steps: of(null, maybe(steps)),
  lock: of('none', oneOf('none', 'params', 'faults', 'predict', 'all')),
  controls: of('min', oneOf('full', 'min', 'none')),
  show: of(['gauge', 'relay', 'data'] as Part[], list(oneOf(...PARTS), PARTS.length)),
  focus: of([] as string[], list(participant, 12)),
  theme: of('auto', oneOf('auto', 'light', 'dark', 'projector')),
  accent: of(null, maybe<string>({ read: colourOf, takes: 'six hexadecimal digits' })),
  motion: of('auto', oneOf('auto', 'full', 'reduced', 'none')),
  terms: of('master-slave', oneOf(...TERMS)),
  /** The product speaks English. */
  lang: of('en', pattern(/^en(-[A-Za-z0-9]{1,8})*$/, 'en, the one language that there is')),
  dir: of('auto', oneOf('auto', 'ltr', 'rtl')),
  announce: of('summary', oneOf('off', 'summary', 'all')),
  keys: of('focus', oneOf('on', 'focus', 'off', 'slides')),
  origin: of(null, maybe(origin)),
  id: of('', pattern(/^[A-Za-z0-9_-]{1,40}$/, 'letters, digits, _ and -')),
  /** A whole run, as a link of the lab carries it; read by the run's own codec. */
  s: of(null, maybe(pattern(/^[\w.-]{1,6144}$/, 'a run, as a link of the lab carries it'))),
} as const

type Table = typeof PARAMETERS
export type Name = keyof Table
/** What an address asks for, every value checked. */
export type Asked = { -readonly [K in Name]: NonNullable<ReturnType<Table[K]['kind']['read']>> | Table[K]['usual'] }

/** Names by which the lab's own links call them. */
export const ALIASES: Readonly<Record<string, Name>> = { preset: 'scenario', t: 'at' }

export const isName = (name: string): name is Name => Object.hasOwn(PARAMETERS, name)
export const NAMES = Object.keys(PARAMETERS) as Name[]

/** What a figure shows of which nothing is asked. */
export const usual = (): Asked =>
  Object.fromEntries(NAMES.map((name) => [name, PARAMETERS[name].usual])) as unknown as Asked
