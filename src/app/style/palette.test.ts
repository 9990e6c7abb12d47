/**
 * The palette, measured on the tokens themselves: every theme keeps the contrast of its texts and graphics, and the
 * hues of each set stay apart for normal and for colour-blind eyes. Hue is never the only sign of anything; these
 * floors are what it is worth where it helps. Distances are CIEDE2000; colour blindness is that of Machado, Oliveira
 * and Fernandes 2009 at full severity, whose matrices act on linear light.
 */
import { readFileSync } from 'node:fs'
import { type Color, converter, differenceCiede2000, parse, wcagContrast } from 'culori'
import { describe, expect, it } from 'vitest'

type Tokens = Record<string, string>
const THEMES = ['light', 'dark', 'projector'] as const

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8')

function tokensOf(theme: string): Tokens {
  const block = css.split(`[data-theme="${theme}"] {`)[1]?.split('}')[0] ?? ''
  return Object.fromEntries([...block.matchAll(/--(\w+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name!, value!]))
}

/** What text stands on: papers, the current row, and inked or coloured fills. */
const PAPERS = ['canvas', 'panel']
const TEXTS: [text: string, on: string[]][] = [
  ['ink', [...PAPERS, 'sel']],
  ['muted', [...PAPERS, 'sel']],
  ['ok', PAPERS],
  ['warn', PAPERS],
  ['crit', [...PAPERS, 'sel']],
  ['stale', PAPERS],
  ['accent', PAPERS],
  ['conflict', PAPERS],
  ['canvas', ['ink']],
  ['on', ['ok', 'warn', 'crit', 'accent', 'conflict', 'A', 'B', 'C']],
]
/** Lines and fills that carry meaning. */
const GRAPHICS = ['ink', 'line', 'ok', 'warn', 'crit', 'stale', 'accent', 'conflict', 'A', 'B', 'C']
/** Hair lines decorate; whatever they separate is apart without them. */
const DECORATION = ['hair']

const FLOORS = {
  light: { text: 4.5, graphics: 3, status: 15.6, origins: 22.6, events: 14.8, stale: 8.7 },
  dark: { text: 4.5, graphics: 3, status: 25.1, origins: 24.4, events: 17.9, stale: 14.5 },
  projector: { text: 7, graphics: 4.5, status: 15.5, origins: 25.2, events: 17.8, stale: 8.5 },
}
/** Sets whose members stand side by side. Stale is never filled, so that less is enough between it and a status. */
const SETS = {
  status: ['ok', 'warn', 'crit'],
  origins: ['A', 'B', 'C'],
  events: ['accent', 'conflict', 'crit'],
  stale: ['ok', 'warn', 'crit', 'stale'],
} as const

const MACHADO: Record<string, number[][]> = {
  normal: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protan: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deutan: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritan: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
}
const linear = converter('lrgb')
const distance = differenceCiede2000()

function seenBy(eye: number[][], value: string): Color {
  const { r, g, b } = linear(parse(value)!)
  const [red, green, blue] = eye.map(([x, y, z]) => Math.min(1, Math.max(0, x! * r + y! * g + z! * b)))
  return { mode: 'lrgb', r: red!, g: green!, b: blue! }
}

/** Pairs of a set that some eye tells apart less well than the floor: "ok and conflict 1.9 for protan". */
function tooClose(tokens: Tokens, set: readonly string[], floor: number): string[] {
  const close: string[] = []
  for (const [who, eye] of Object.entries(MACHADO))
    for (const [i, a] of set.entries())
      for (const b of set.slice(i + 1)) {
        const apart = distance(seenBy(eye, tokens[a]!), seenBy(eye, tokens[b]!))
        if (!(apart >= floor)) close.push(`${a} and ${b} ${apart.toFixed(1)} for ${who}`)
      }
  return close
}

function tooFaint(tokens: Tokens, pairs: [string, string[]][], floor: number): string[] {
  return pairs.flatMap(([over, papers]) =>
    papers
      .map((paper) => ({ paper, contrast: wcagContrast(tokens[over]!, tokens[paper]!) }))
      .filter(({ contrast }) => !(contrast >= floor))
      .map(({ paper, contrast }) => `${over} on ${paper} ${contrast.toFixed(2)}`),
  )
}

describe.each(THEMES)('the %s theme', (theme) => {
  const tokens = tokensOf(theme)
  const floors = FLOORS[theme]

  it(`has text of at least ${floors.text}:1 and graphics of at least ${floors.graphics}:1`, () => {
    expect(tooFaint(tokens, TEXTS, floors.text)).toEqual([])
    expect(
      tooFaint(
        tokens,
        GRAPHICS.map((name) => [name, PAPERS]),
        floors.graphics,
      ),
    ).toEqual([])
  })

  it.each(Object.keys(SETS) as (keyof typeof SETS)[])('keeps the hues of its %s apart for every eye', (set) => {
    expect(tooClose(tokens, SETS[set], floors[set])).toEqual([])
  })

  it('knows every token that it has', () => {
    const known = [...TEXTS.flatMap(([text, on]) => [text, ...on]), ...GRAPHICS, ...DECORATION]
    expect(Object.keys(tokens).sort()).toEqual([...new Set(known)].sort())
  })
})

it('would catch a faint grey, and the usual green and red', () => {
  const light = tokensOf('light')
  expect(tooFaint({ ...light, muted: '#9aa7b2' }, TEXTS, 4.5)).toContain('muted on canvas 2.46')
  const usual = { ...light, ok: '#2e8b3d', crit: '#c0392b' }
  expect(tooClose(usual, SETS.status, FLOORS.light.status).join()).toMatch(/ok and crit \d+\.\d for deutan/)
})
