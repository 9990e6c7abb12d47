/**
 * Writes the opening of a run, when a page is built: plays it as a page would, and keeps what changes when. What lies
 * between two changes either stands still or goes with time, microsecond by microsecond; where something moves otherwise
 * there is a change at every instant, and the opening is not worth its bytes.
 */
import {
  createEngine,
  type Engine,
  type FactKind,
  type Frame,
  type MessageFrame,
  mergesByFunction,
  packsOfRun,
} from '../../engine/index.ts'
import type { Run } from '../../run/index.ts'
import { createPlayback } from '../playback.ts'
import type { Update } from '../transport.ts'
import type { WrittenOpening } from './opening.ts'
import { filled, type Patch, type Template } from './template.ts'

/** Seconds at the screen: an engine is there by then on all but the slowest of connections. */
const MOST_SECONDS = 3
const LEAST_SECONDS = 1
/** Characters, before they are packed. */
const MOST_TEXT = 100_000
const FRAME_MS = 1000 / 60

/**
 * Null = it has none: it is too quiet to be played at its pace, or too busy to be written down; or a monitor speaks or there
 * is a milestone at once, for which a page would need shapes and words that it fetches with the engine; or a reader's
 * function decides in it, and a page may be forbidden to ask that. `seconds` at the screen: how much of it at most, from 1.
 */
export function writtenOpening(run: Run, from: number, seconds = MOST_SECONDS): string | null {
  if (mergesByFunction(run)) return null
  const playback = createPlayback()
  if (playback.do({ do: 'load', run, t: from }) !== null) return null
  const begun = playback.update()!
  const to = paced(playback, seconds)
  if (to === null) return null

  const engine = createEngine(run)
  engine.runTo(from)
  const update = (): Template => {
    const frame = engine.frame()
    const { time: t, event } = frame
    const { run: _, ...transport } = begun.transport
    const branches = transport.branches.map((branch) => ({ ...branch, playedTo: t }))
    const shown: Omit<Update, 'transport'> & { transport: object } = {
      frame,
      transport: { ...transport, time: t, event, playedTo: t, branches },
      other: null,
    }
    return JSON.parse(JSON.stringify(shown)) as Template
  }

  let t = from
  let template: Template = null
  let first: Template = null
  const changes: WrittenOpening['changes'] = []
  let length = 0
  while (true) {
    const at = engine.checkpoint()
    const end = Math.min(to, (engine.nextEventAt() ?? Number.POSITIVE_INFINITY) - 1)
    const here = update()
    if (hasMore(engine.frame())) return null
    const next = t < end ? running(here, moved(engine, at, t + 1, update), t) : here
    if (t === from) first = next
    else {
      const patch = difference(template, next)
      if (patch !== null) changes.push([t, patch])
      length += JSON.stringify(patch).length
      if (length > MOST_TEXT) return null
    }
    template = next
    t = 1 + lastOf(t, end, (instant) => same(filled(next, instant), moved(engine, at, instant, update)))
    if (t > to) break
    engine.restore(at)
    engine.runTo(t)
  }
  const written: WrittenOpening = { packs: packsOfRun(run), from, to, first, changes }
  return JSON.stringify(written)
}

/** Is there something that a page draws and tells by what it fetches with the engine? */
const hasMore = ({ milestone, messages, monitors, monitor, recent, lost, nodes }: Frame): boolean =>
  milestone !== null ||
  lost.length > 0 ||
  recent.some(({ kind }) => FACTS_WITH_ENGINE.includes(kind)) ||
  messages.some(({ kind, answers }) => SENT_WITH_ENGINE.includes(kind) || (answers && answers.verdict !== 'fresh')) ||
  nodes.some(({ copy }) => copy !== null) ||
  [...monitors, ...(monitor ? [monitor] : [])].some(({ probes }) => probes.some(({ missed }) => missed > 0))
const SENT_WITH_ENGINE: readonly MessageFrame['kind'][] = ['probe', 'answer', 'command', 'gossip', 'vote']
const FACTS_WITH_ENGINE: readonly FactKind[] = ['dropped', 'write-rejected', 'slave-removed']

/**
 * Plays until auto pace begins, or there is something that comes with the engine, that many seconds at most, and says where;
 * null = that is too soon.
 */
function paced(playback: ReturnType<typeof createPlayback>, seconds: number): number | null {
  playback.do({ do: 'play' })
  const frames = Math.round((seconds * 1000) / FRAME_MS)
  let to = 0
  let n = 0
  for (playback.tick(0); n < frames; n++) {
    playback.tick((n + 1) * FRAME_MS)
    const { frame, transport } = playback.update()!
    if (transport.autoPace.factor !== 1 || transport.ended || hasMore(frame)) break
    to = transport.time
  }
  return n * FRAME_MS < LEAST_SECONDS * 1000 ? null : to
}

/** The update at an instant after a checkpoint. */
function moved<T>(engine: Engine, from: ReturnType<Engine['checkpoint']>, t: number, update: () => T): T {
  engine.restore(from)
  engine.runTo(t)
  return update()
}

/** The last instant from `from` to `to` of which it holds; it holds at `from`, and once it does not it never does again. */
function lastOf(from: number, to: number, holds: (t: number) => boolean): number {
  if (holds(to)) return to
  let yes = from
  let no = to
  while (no - yes > 1) {
    const middle = Math.floor((yes + no) / 2)
    if (holds(middle)) yes = middle
    else no = middle
  }
  return yes
}

/** What is at `t`, where numbers that are one more a microsecond later go with time. */
function running(here: Template, later: Template, t: number): Template {
  if (typeof here === 'number') return later === here + 1 ? { '+': here - t } : here
  if (here === null || typeof here !== 'object' || !alike(here, later)) return here
  if (Array.isArray(here)) return here.map((one, i) => running(one, (later as Template[])[i] ?? null, t))
  const parts = Object.entries(here).map(([key, part]) => [
    key,
    running(part, (later as { [key: string]: Template })[key] ?? null, t),
  ])
  return Object.fromEntries(parts) as Template
}

const alike = (one: unknown, other: unknown): boolean =>
  one !== null &&
  other !== null &&
  typeof one === 'object' &&
  typeof other === 'object' &&
  Array.isArray(one) === Array.isArray(other)

function same(one: unknown, other: unknown): boolean {
  if (one === other) return true
  if (!alike(one, other)) return false
  const keys = Object.keys(one as object)
  return (
    keys.length === Object.keys(other as object).length &&
    keys.every((key) => key in (other as object) && same((one as never)[key], (other as never)[key]))
  )
}

/** From one template to the next, in whichever way is shorter; null = they are the same. */
function difference(from: Template, to: Template): Patch | null {
  if (same(from, to)) return null
  const whole: Patch = [to]
  const goes = (one: Template) => one !== null && typeof one === 'object' && '+' in one
  if (!alike(from, to) || goes(from) || goes(to)) return whole
  const parts = Array.isArray(to) ? listParts(from as Template[], to) : partsOf(from, to)
  if (!Array.isArray(to)) for (const key of Object.keys(from as object)) if (!(key in (to as object))) parts[key] = 0
  return JSON.stringify(parts).length < JSON.stringify(whole).length ? parts : whole
}

type Parts = { [key: string]: Patch | number }

function partsOf(from: Template, to: Template): Parts {
  const parts: Parts = {}
  const before = from as { [key: string]: Template }
  const after = to as { [key: string]: Template }
  for (const key of Object.keys(after)) {
    const patch: Patch | null = key in before ? difference(before[key]!, after[key]!) : [after[key]!]
    if (patch !== null) parts[key] = patch
  }
  return parts
}

/** Of a list from whose front something may be gone. */
function listParts(from: readonly Template[], to: Template[]): Parts {
  const gone =
    to.length > 0
      ? Math.max(
          0,
          from.findIndex((one) => same(one, to[0]!)),
        )
      : 0
  const rest = from.slice(gone)
  const parts = partsOf(rest, to)
  if (gone > 0) parts['<'] = gone
  if (to.length !== rest.length) parts['#'] = to.length
  return parts
}
