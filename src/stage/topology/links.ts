import type { Fact, Frame } from '../../engine/index.ts'
import { copies, gateWords, linkStateWord, nowCopies, silentFor } from '../../words/index.ts'
import { clock, cutStrokes, hue } from '../glyphs/index.ts'
import { area, group, label, line, p, type Shape, textWidth } from '../picture/index.ts'
import { type Instant, stands } from './effect.ts'
import { gateBar, gateSign, hasGate, isWaitedFor } from './gate.ts'
import { happenings } from './happenings.ts'
import { wrapped } from './phrases.ts'
import { arrowhead, beside, type Place, type Route } from './route.ts'
import { isCopied } from './slaveGauge.ts'
import type { Stand, Way } from './ways.ts'

/**
 * Replication links. One line with a head: async. Two lines without a head: the master waits, the second one dotted under a
 * clock once the master has stopped waiting. Dotted: silent, whether stalled by the network or left by a dead master.
 * Ticks divide the way as the latency is divided. Between masters a link may have heads at both ends.
 */
const REPOINTED_MS = 2000
const SEMI_GAP = 3

export function linkShape(at: Instant, way: Way): Shape {
  const { link, route } = way
  const shapes: Shape[] = [line('hit', route.d, 'transparent', 14, { style: 'cursor:pointer' })]
  if (isCopied(way.from, way.to)) shapes.push(...happenings.copyBand(at, way))
  else if (!way.live) shapes.push(line('line', route.d, hue.stale, 1.5, { 'stroke-dasharray': '2 5' }))
  else if (isWaitedFor(at.frame, way)) {
    shapes.push(...doubleLine(at, way))
    if (hasGate(at.frame, way)) shapes.push(gateBar(at, way))
  } else {
    shapes.push(line('line', route.d, hue.ink, 2), ticks(route, link.oneWayUs, way.narrow ? 0 : 4))
    shapes.push(area('head', arrowhead(route.at(1)), hue.ink))
    if (link.both) shapes.push(area('tail', arrowhead(backwards(route.at(0))), hue.ink))
  }
  if (at.view.highlight?.includes(link.id)) {
    shapes.splice(1, 0, line('pointed-out', route.d, hue.accent, 9, { opacity: 0.45 }))
  }
  if (at.view.selected === link.id) shapes.push(line('selected', route.d, hue.ink, 4, { opacity: 0.35 }))
  return group(`link-${link.id}`, shapes, { 'data-link': link.id })
}

const backwards = (q: Place): Place => ({ ...q, dx: -q.dx, dy: -q.dy })

function doubleLine(at: Instant, { route, link, narrow }: Way): Shape[] {
  const fallen = at.frame.mode.gate === 'fallen-back'
  const gap = narrow ? 2 : SEMI_GAP
  return [
    line('line', route.beside(-gap), hue.ink, narrow ? 1.5 : 2),
    line('second', route.beside(gap), hue.ink, narrow ? 1.5 : 2, { 'stroke-dasharray': fallen ? '2 4' : 'none' }),
    ticks(route, link.oneWayUs, narrow ? 0 : 7),
  ]
}

/** Cross ticks at every 1, 2 or 5 units of latency: as many as leave 20 units of length between them, 3 to 15. */
export function tickShares(oneWayUs: number, length: number): number[] {
  const most = Math.max(3, Math.min(15, Math.floor(length / 20) - 1))
  for (let ten = 1; ten <= 1e12; ten *= 10) {
    for (const step of [ten, 2 * ten, 5 * ten]) {
      const count = Math.ceil(oneWayUs / step) - 1
      if (count <= most) return Array.from({ length: count }, (_, i) => ((i + 1) * step) / oneWayUs)
    }
  }
  return []
}

const tickPaths = new WeakMap<Route, Map<string, string>>()

function ticks(route: Route, oneWayUs: number, half: number): Shape {
  const paths = tickPaths.get(route) ?? new Map<string, string>()
  tickPaths.set(route, paths)
  const key = `${oneWayUs} ${half}`
  let d = paths.get(key)
  if (d === undefined) {
    d = ''
    for (const share of tickShares(oneWayUs, route.length)) {
      const q = route.at(share)
      const a = beside(q, half)
      const b = beside(q, -half)
      d += p`M${a.x} ${a.y}L${b.x} ${b.y}`
    }
    paths.set(key, d)
  }
  return line('ticks', d, hue.line, 1)
}

/** Signs and words on a link, above everything that moves along it. Beside a phone's margin there is no room for words. */
export function linkSigns(at: Instant, ways: readonly Way[], stand: (id: string) => Stand | null): Shape[] {
  const shapes: Shape[] = []
  let named = false
  for (const way of ways) {
    const { link, route } = way
    const middle = route.at(0.5)
    if (isCopied(way.from, way.to) && link.state === 'up') shapes.push(...happenings.copyWords(at, way))
    if (link.state === 'cut') {
      shapes.push(cutStrokes(`cut-${link.id}`, middle.x, middle.y))
      // A data centre that is cut off says so once, beside its name.
      const isTold = at.frame.dataCenters.some(({ cut }) => cut)
      if (!way.narrow && !isTold) shapes.push(sign(`cut-word-${link.id}`, route, linkStateWord(link), hue.crit))
    } else if (link.state === 'stalled') {
      if (!way.narrow) shapes.push(sign(`stall-word-${link.id}`, route, linkStateWord(link), hue.stale, 30))
    } else if (way.live && isWaitedFor(at.frame, way)) {
      if (at.frame.mode.gate === 'fallen-back') shapes.push(group(`clock-${link.id}`, [clock(middle.x, middle.y)]))
      else if (!named && !way.narrow && !saysTurned(at, way)) shapes.push(modeWord(route, modeName(at.frame.mode.kind)))
      named = true
    } else if (at.view.layout === 'stacked' && !way.narrow && !way.live && way.from.process === 'down') {
      const words = silentFor(at.time - way.from.processSince)
      shapes.push(label(`silent-${link.id}`, middle.x + 12, middle.y + 4, words, { fill: hue.muted }))
    }
  }
  return [...shapes, ...gateSign(at, ways, stand), ...repointed(at, ways)]
}

const modeName = (kind: Frame['mode']['kind']): string =>
  kind === 'quorum' ? gateWords.quorum : kind === 'all' ? gateWords.all : gateWords.semiSync

/** Which mode it is, on the side away from the return lane. */
function modeWord(route: Route, words: string): Shape {
  const q = route.at(0.5)
  const upright = Math.abs(q.dy) > 0.9
  const rising = q.dy < 0
  const how = { fill: hue.muted, halo: hue.canvas } as const
  if (upright) return label('mode', q.x + 16, q.y + 4, words, how)
  if (rising) return label('mode', q.x - 10, q.y - 12, words, { ...how, anchor: 'end' })
  // A short link has no room for all of it before the card.
  const x = Math.min(q.x + 12, route.at(1).x - 6 - textWidth(words, { size: 12 }))
  return label('mode', x, q.y - 12, words, how)
}

/** What is wrong with a link, in a word below its middle; beside it, clear of what stands there. */
function sign(key: string, route: Route, words: string, fill: string, clear = 16): Shape {
  const q = route.at(0.5)
  const vertical = Math.abs(q.dx) < 0.01
  const steep = Math.abs(q.dy) > 0.9
  // To the lower side of the line; beside it where it is steep.
  const right = vertical || q.dy < 0
  const anchor = right ? 'start' : 'end'
  const y = q.y + (steep ? 4 : 26)
  return label(key, q.x + (right ? (vertical ? clear : 16) : -16), y, words, {
    fill,
    bold: true,
    size: 13,
    anchor,
    halo: hue.canvas,
  })
}

/** Has this slave just been told to copy from somebody else? */
export const isTurned = (at: Instant, { kind, t }: Fact): boolean => kind === 'repointed' && stands(at, t, REPOINTED_MS)

const isTurnedTo = (at: Instant, fact: Fact, { from, to }: Way): boolean =>
  isTurned(at, fact) && to.id === fact.at && from.id === fact.args.peer

const isSteep = ({ route }: Way): boolean => Math.abs(route.at(0.5).dy) >= 0.9
/** Straight down or up between two cards: beside the middle of a curve there are cards, other lines, the monitor. */
const isUpright = (way: Way): boolean =>
  isSteep(way) && [0.5, 1].every((share) => Math.abs(way.route.at(share).x - way.route.at(0).x) < 24)

/** Is the place beside its middle taken by words about its new upstream? */
const saysTurned = (at: Instant, way: Way): boolean =>
  isUpright(way) && at.frame.recent.some((fact) => isTurnedTo(at, fact, way))

function repointed(at: Instant, ways: readonly Way[]): Shape[] {
  const shapes: Shape[] = []
  for (const fact of at.frame.recent) {
    const way = ways.find((w) => isTurnedTo(at, fact, w))
    if (!way || way.narrow || !isUpright(way)) continue
    const q = way.route.at(0.5)
    const key = `repointed-${fact.at}`
    const from = fact.args.peer ?? ''
    if (at.view.layout === 'stacked') {
      // The name of a data centre has the right half of the gap.
      const named = at.frame.dataCenters.length > 0
      const how = { fill: hue.muted, halo: hue.canvas, anchor: named ? 'end' : 'start' } as const
      shapes.push(label(key, q.x + (named ? -16 : 30), q.y + 6, copies(fact.at, from), how))
      continue
    }
    const lines = wrapped(nowCopies(fact.at, from), 100)
    lines.forEach((words, i) => {
      const y = q.y - 4 + 16 * i
      shapes.push(label(`${key}-${i}`, q.x + 32, y, words, { fill: hue.muted, halo: hue.canvas }))
    })
  }
  return shapes
}
