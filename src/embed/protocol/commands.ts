/**
 * Every command of `rlab/1`: what it must carry, and whether it changes the run. None evaluates code, and none takes markup:
 * texts are ids, numbers and names of an allow-list.
 */
import { list, oneOf, pattern } from '../address/kinds.ts'
import { type Moment, momentOf } from '../address/moment.ts'
import { type Asked, PARAMETERS, type Part } from '../address/parameters.ts'
import type { Plain } from './shape.ts'

export type Command =
  | { type: 'play' | 'pause' | 'toggle' | 'reset' | 'getLink' | 'snapshot' | 'destroy' }
  | { type: 'step' | 'back'; n: number }
  | { type: 'seek'; to: Moment }
  | { type: 'speed'; x: number }
  | { type: 'load'; scenario: string | null; seed: number | null; state: string | null }
  | { type: 'inject'; fault: string; target: string | [string, string]; args: Plain }
  | { type: 'write'; client: string; key: string | null; value: number | null }
  | { type: 'set'; param: string; value: number | string }
  | { type: 'goto'; walkthrough: string; step: number }
  | { type: 'show'; parts: Part[] }
  | { type: 'focus'; ids: string[] }
  | { type: 'theme'; name: Asked['theme']; accent?: string | null; font: string | null; radius: number | null }
  | { type: 'motion'; mode: Asked['motion'] }
  | { type: 'getState'; path: string | null }
  | { type: 'visibility'; ratio: number }

/** Those that change the run, and which lock holds them. */
export const CHANGES: Partial<Record<Command['type'], 'params' | 'faults'>> = {
  load: 'params',
  goto: 'params',
  set: 'params',
  inject: 'faults',
  write: 'faults',
}

const number = (value: unknown, least: number, most: number): number | undefined =>
  typeof value === 'number' && value >= least && value <= most ? value : undefined
const integer = (value: unknown, least: number, most: number): number | undefined =>
  Number.isInteger(value) ? number(value, least, most) : undefined
const text = (value: unknown, allowed: RegExp): string | undefined =>
  typeof value === 'string' && allowed.test(value) ? value : undefined
/** Absent is null; there, but wrong, is undefined. */
const maybe = <T>(value: unknown, read: (value: unknown) => T | undefined): T | null | undefined =>
  value === undefined || value === null ? null : read(value)
/** As an address would spell it. */
const as = <T>(kind: { read(text: string): T | undefined }, value: unknown): T | undefined =>
  typeof value === 'string' ? kind.read(value) : Array.isArray(value) ? kind.read(value.join()) : undefined

const ID = /^[A-Za-z][A-Za-z0-9-]{0,23}$/
const FONT = /^[\w\s,'"-]{1,120}$/
const PATH = /^[A-Za-z][\w.-]{0,63}$/
const { scenario, show, focus, theme, motion, s, walkthrough } = PARAMETERS
const pair = list(pattern(ID, ''), 2)

/** Each with what it needs; undefined in any of it = the message is wrong. */
const READ: { [T in Command['type']]: (message: Plain) => Record<string, unknown> } = {
  play: () => ({}),
  pause: () => ({}),
  toggle: () => ({}),
  reset: () => ({}),
  getLink: () => ({}),
  destroy: () => ({}),
  snapshot: ({ format = 'svg' }) => (format === 'svg' ? {} : { format: undefined }),
  step: ({ n = 1 }) => ({ n: integer(n, 1, 1000) }),
  back: ({ n = 1 }) => ({ n: integer(n, 1, 1000) }),
  seek: ({ to }) => ({ to: typeof to === 'number' || typeof to === 'string' ? momentOf(`${to}`) : undefined }),
  speed: ({ x }) => ({ x: number(x, 0.1, 8) }),
  load: (m) => ({
    scenario: maybe(m['scenario'], (value) => as(scenario.kind, value) ?? undefined),
    seed: maybe(m['seed'], (value) => integer(value, 0, 4_294_967_295)),
    state: maybe(m['state'], (value) => as(s.kind, value) ?? undefined),
  }),
  inject: ({ fault, target, args = {} }) => ({
    fault: text(fault, PATH),
    target: Array.isArray(target) && target.length === 2 ? as(pair, target) : text(target, ID),
    args: typeof args === 'object' && args !== null && !Array.isArray(args) ? args : undefined,
  }),
  write: ({ node, client = node, key, value }) => ({
    client: text(client, ID),
    key: maybe(key, (value) => text(value, ID)),
    value: maybe(value, (value) => integer(value, -1_000_000, 1_000_000)),
  }),
  set: ({ param, value }) => ({
    param: text(param, PATH),
    value: typeof value === 'string' ? text(value, /^[\w.~ -]{1,60}$/) : number(value, -1e15, 1e15),
  }),
  goto: (m) => ({
    walkthrough: as(walkthrough.kind, m['walkthrough']) ?? undefined,
    step: integer(m['step'] ?? 1, 1, 99),
  }),
  show: ({ parts }) => ({ parts: as(show.kind, parts) }),
  focus: ({ ids }) => ({ ids: as(focus.kind, ids) }),
  theme: ({ name = 'auto', tokens = {} }) => {
    const { accent, font, radius } = tokens as Plain
    return {
      name: as(theme.kind, name),
      // Not named is not taken off.
      ...(accent !== undefined && {
        accent: maybe(accent, (value) => as(PARAMETERS.accent.kind, value) ?? undefined),
      }),
      font: maybe(font, (value) => text(value, FONT)),
      radius: maybe(radius, (value) => number(value, 0, 16)),
    }
  },
  motion: ({ mode }) => ({ mode: as(motion.kind, mode) }),
  getState: ({ path }) => ({ path: maybe(path, (value) => text(value, PATH)) }),
  visibility: ({ ratio }) => ({ ratio: number(ratio, 0, 1) }),
}

const known = oneOf(...(Object.keys(READ) as Command['type'][]))

/** The command of a message; a word for what is wrong with it. Never throws. */
export function commandOf(message: Plain): Command | 'unknown' | 'shape' {
  const type = as(known, message['type'])
  if (type === undefined) return 'unknown'
  try {
    const read = READ[type](message)
    return Object.values(read).includes(undefined) ? 'shape' : ({ type, ...read } as Command)
  } catch {
    // A null where an object is taken apart.
    return 'shape'
  }
}
