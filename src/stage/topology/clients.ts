import type { ClientFrame, Frame } from '../../engine/index.ts'
import { captions, seenLines, waiting } from '../../words/index.ts'
import { cross, eye, hue, at as placed } from '../glyphs/index.ts'
import { disc, group, label, line, p, type Shape } from '../picture/index.ts'
import { differsMark } from './differs.ts'
import type { Instant } from './effect.ts'
import { type ClientScene, exchange, isWrong } from './exchange.ts'
import { focusRing } from './focusRing.ts'
import { CLIENT_RADIUS } from './layout.ts'
import { BEADS } from './messageMarks.ts'
import { wrapped } from './phrases.ts'
import { verdictHue } from './verdict.ts'
import type { Point } from './view.ts'

/**
 * Clients: a circle with a name, and an arc that grows while it waits and is full when it gives up. One that reads wears
 * an eye and says what it saw last. An answer that it could not be content with stays there, with its version and the
 * newest, until the next one comes; what it saw and what no longer exists is crossed.
 */
const ARC = 20.5
const LINE = 14
/** Words about waiting come when a tenth of the patience is gone, the arc when a fiftieth is. */
const WORTH_SAYING = 0.1
const WORTH_DRAWING = 0.02

export function clients(at: Instant, scene: ClientScene): Shape[] {
  const shown = at.frame.clients.filter((c) => scene.layout.clients.has(c.id))
  const above = isAbove(shown, scene)
  const circles = shown.map((c) => {
    const place = scene.place(c.id)
    const said = shown.some((other) => isCloseBelow(scene.place(other.id), place)) ? 'seen' : 'all'
    return circleOf(at, c, place, above || isOver(place, scene), said)
  })
  // What a client hears stands over the arc of its waiting.
  return [...circles, ...shown.flatMap((c) => exchange(at, c, scene)), ...words(at, shown, scene, above)]
}

/** Do they stand side by side above their node? Then words have their room beside them, not below. */
function isAbove(shown: readonly ClientFrame[], { layout, place }: ClientScene): boolean {
  const first = [...layout.cards.values()][0]
  return first !== undefined && shown.every((c) => place(c.id).y < first.y - CLIENT_RADIUS && place(c.id).x > first.x)
}

/** In a data centre of its own, close above a card? */
const isOver = ({ x, y }: Point, { layout }: ClientScene): boolean =>
  layout.centers.length > 0 &&
  [...layout.cards.values()].some((c) => x > c.x && x < c.x + c.width && c.y > y && c.y - y < 90)

/** Where all that is wrong with an answer would stand. */
const isCloseBelow = (other: Point, { x, y }: Point): boolean =>
  other.y > y && other.y - y < SAID && Math.abs(other.x - x) < 40
const SAID = 84

/** `said` of what it saw: all; what it saw, and its colour says that it is wrong; nothing, because that stands elsewhere. */
export function circleOf(
  at: Instant,
  client: ClientFrame,
  { x, y }: Point,
  above: boolean,
  said: 'all' | 'seen' | 'nothing' = 'all',
): Shape {
  const { view, frame } = at
  const selected = view.selected === client.id
  const shapes = [
    ...(view.focused === client.id ? focusRing(0, 0, ARC + 2) : []),
    ...(view.highlight?.includes(client.id) ? [disc('pointed-out', 0, 0, ARC + 4, 'none', BEADS)] : []),
    disc('hit', 0, 0, CLIENT_RADIUS + 3, 'none', { stroke: 'transparent', 'pointer-events': 'all' }),
    disc('ground', 0, 0, CLIENT_RADIUS, hue.canvas, { stroke: hue.ink, 'stroke-width': selected ? 3.5 : 2 }),
    label('id', 0, 4.6, shortId(client.id), { size: 13, bold: true, mono: true, anchor: 'middle' }),
  ]
  if (wearsEye(client)) shapes.push(...readerSigns(frame, at.time, client, above, said))
  const waited = patience(at, client)
  if (waited > WORTH_DRAWING) shapes.push(waitingArc(waited))
  if (view.differs?.includes(client.id)) shapes.push(differsMark(-CLIENT_RADIUS, -CLIENT_RADIUS - 4))
  return placed(`client-${client.id}`, x, y, shapes, { 'data-client': client.id, style: 'cursor:pointer' })
}

/** Does it read, too? */
const wearsEye = ({ kind }: ClientFrame): boolean => kind === 'reader' || kind === 'read-write'

/** What it saw last, unless it has heard of a write of its own since. */
function shownRead({ kind, last, lastRead }: ClientFrame, time: number): ClientFrame['lastRead'] {
  if (!lastRead || lastRead.at > time || kind === 'closed-loop' || kind === 'stream') return null
  return kind === 'read-write' && last !== null && last.at > lastRead.at ? null : lastRead
}

/** Its eye, and below it what it saw last. */
function readerSigns(
  frame: Frame,
  time: number,
  client: ClientFrame,
  above: boolean,
  said: 'all' | 'seen' | 'nothing',
): Shape[] {
  const shapes: Shape[] = [
    group('reads', [disc('plate', 12, -13, 8, hue.canvas), { ...eye(0, 0, hue.ink), key: 'eye' }].map(atCorner)),
  ]
  const lastRead = shownRead(client, time)
  // The next answer is bringing both versions to the same place.
  const replaced = above && frame.messages.some((m) => m.kind === 'reply' && m.to === client.id && isWrong(m))
  if (!lastRead || said === 'nothing' || replaced) return shapes
  const gone = isPhantom(frame, time, lastRead.write)
  const wrong = lastRead.verdict !== 'fresh'
  const how = {
    mono: true,
    bold: gone || wrong,
    fill: gone ? hue.crit : verdictHue(lastRead.verdict),
    halo: hue.canvas,
  } as const
  // Above a node the lane of answers is on the right of the circle's foot.
  const [x, y] = above ? [13, 33] : [0, 32]
  const [first = '', ...more] = seenLines(lastRead)
  shapes.push(label('seen', x, y, first, { ...how, ...(above ? {} : { anchor: 'middle' as const }) }))
  const small = { fill: how.fill, halo: hue.canvas, anchor: 'middle' } as const
  if (!above && said === 'all')
    shapes.push(...more.map((text, i) => label(`seen-${i}`, x, y + LINE * (i + 1), text, small)))
  if (gone) shapes.push(cross('gone', above ? 18 : -13, above ? 0 : 12, 8, hue.crit, 2.5))
  return shapes
}

const atCorner = (shape: Shape): Shape =>
  shape.key === 'eye' ? { ...shape, attributes: { transform: 'translate(12 -13) scale(0.75)' } } : shape

/** Was a version read that the newest epoch has left out? Then nobody holds it any more as part of the history. */
function isPhantom(frame: Frame, time: number, write: number): boolean {
  if (write === 0) return false
  let left = false
  for (const { cells } of frame.nodes) {
    for (const c of cells) {
      if (c.write !== write) continue
      if (c.fate === 'kept' || c.fateAt > time) return false
      left = true
    }
  }
  return left || frame.recent.some((f) => f.kind === 'phantom-read' && f.args.write === write && f.t <= time)
}

/** What fits into the circle: "c1"; of a longer id its first letter and its last digit. */
const shortId = (id: string): string => (id.length <= 2 ? id : `${id[0]}${/\d$/.exec(id)?.[0] ?? id[1]}`)

/** Since when the client has been without the OK it wants: an unanswered write, or one refused after another. */
const without = ({ failingSince, waitingSince }: ClientFrame): number | null => failingSince ?? waitingSince

/** Share of the client's patience with one write that is used up; in an outage that of the first one that failed. */
function patience(at: Instant, client: ClientFrame): number {
  const since = without(client)
  if (since === null) return 0
  const timeout = Number(at.frame.settings[`clients.${client.id}.timeoutMs`] ?? 0) * 1000
  const whole = timeout > 0 ? timeout : (client.givesUpAt ?? at.time) - since
  return whole > 0 ? Math.max(0, Math.min(1, (at.time - since) / whole)) : 0
}

/** Clockwise from the top; `share` of 1 is the whole circle, which an arc to its own start would not be. */
function waitingArc(share: number): Shape {
  const angle = Math.min(share, 0.9999) * 2 * Math.PI
  const d = p`M0 ${-ARC}A${ARC} ${ARC} 0 ${share > 0.5 ? 1 : 0} 1 ${ARC * Math.sin(angle)} ${-ARC * Math.cos(angle)}`
  return line('waiting', d, hue.warn, 3)
}

/** Under the lowest client, or beside the last: who it is while all is well, how long somebody waits when not. */
function words(at: Instant, shown: readonly ClientFrame[], scene: ClientScene, allAbove: boolean): Shape[] {
  if (shown.length === 0) return []
  const places = shown.map((c) => ({ client: c, ...scene.place(c.id) }))
  const last = places.reduce((a, b) => ((allAbove ? b.x > a.x : b.y > a.y) ? b : a))
  const above = allAbove || isOver(last, scene)
  const stuck = shown.filter((c) => patience(at, c) >= WORTH_SAYING)
  const since = Math.min(...stuck.map((c) => without(c) ?? at.time))
  const read = above ? null : shownRead(last.client, at.time)
  const seen = read ? LINE * seenLines(read).length : 0
  const word = (key: string, row: number, text: string, fill: string, mono = false) =>
    above
      ? label(key, last.x + 28, last.y - 2 + row * 16, text, { fill, mono })
      : label(key, last.x, last.y + 36 + seen + row * 16, text, { fill, anchor: 'middle', mono })
  const phantom = shown.some(
    (c) => c.lastRead && c.lastRead.at <= at.time && isPhantom(at.frame, at.time, c.lastRead.write),
  )
  if (phantom) {
    const lines = above ? [captions.noLongerExists] : wrapped(captions.noLongerExists, 66)
    return lines.map((text, i) => word(`gone-${i}`, i, text, hue.crit))
  }
  if (stuck.length > 0) {
    return [
      word('waiting', 0.2, waiting.word, hue.muted),
      word('waited', 1.2, waiting.since(at.time - since), hue.ink, true),
    ]
  }
  const worst = above ? worstRead(shown, at.time) : null
  if (worst) {
    const [, ...lines] = seenLines(worst)
    return lines.map((text, i) => word(`wrong-${i}`, i * 0.9, text, verdictHue(worst.verdict)))
  }
  const only = shown.length === 1 ? shown[0] : undefined
  if (!only || above) return []
  // The circle has room for two letters of a name.
  const name = only.id.length > 2 ? only.id : only.kind === 'reader' ? captions.reader : captions.client
  return [word('client', 0, name, hue.muted)]
}

/** Where words have room only once: the answer of which most can be said. */
function worstRead(shown: readonly ClientFrame[], time: number): ClientFrame['lastRead'] {
  const wrong = shown.map((client) => shownRead(client, time)).filter((read) => read && read.verdict !== 'fresh')
  return wrong.find((read) => read!.verdict !== 'stale') ?? wrong[0] ?? null
}
