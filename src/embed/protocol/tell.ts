/**
 * What a host hears by itself: the state four times a second at most and whenever it comes to rest, milestones, the end, the
 * first gesture of a reader, keys for a deck, and the Tab that leaves. Facts only when its hello asked for them.
 */

import type { Fact, FactKind } from '../../engine/index.ts'
import { milestone } from '../../words/index.ts'
import type { Figure } from '../figure.ts'
import { linkTo } from './carryOut.ts'
import type { Session } from './session.ts'
import { summaryOf } from './stateOf.ts'

const APART_MS = { state: 250, facts: 100 }
/** Facts of one batch at most, the youngest. */
const MOST_FACTS = 50

type Send = (type: string, message: Record<string, unknown>) => void

/** Begins to tell; returns what ends it. */
export function tell(figure: Figure, { opens, events }: Pick<Session, 'opens' | 'events'>, send: Send): () => void {
  const { lab, main, bar } = figure
  const over = new AbortController()
  const { signal } = over
  let told = { at: 0, playing: false, ended: false, t: lab.latest?.transport.time ?? 0 }
  let due = 0
  let newest = lab.latest?.transport.milestones.at(-1)?.id ?? 0
  let facts = { at: 0, t: told.t }

  const state = async () => {
    due = 0
    const { latest } = lab
    if (!latest || signal.aborted) return
    told = { ...told, at: performance.now() }
    const summary = summaryOf(latest)
    const digest = latest.transport.playing ? undefined : await lab.ask({ ask: 'digest' }).catch(() => '')
    send('state', { ...summary, ...(digest !== undefined && { digest }) })
  }
  const batch = async (t: number) => {
    const from = facts.t
    facts = { at: performance.now(), t }
    if (t <= from) return
    const list = await lab.ask({ ask: 'facts', from: from + 1, to: t, most: MOST_FACTS })
    if (list.length > 0)
      send('event', { events: list.map((fact) => ({ t: fact.t, kind: fact.kind, node: fact.at, args: fact.args })) })
  }
  const stop = lab.onUpdate(({ transport }) => {
    const { playing, ended, time } = transport
    const rest = !playing && (told.playing || time !== told.t)
    for (const fact of transport.milestones)
      if (fact.id > newest && fact.t <= time) {
        newest = fact.id
        send('milestone', { ...kindOf(fact), t: fact.t, node: fact.at, text: milestone(fact) })
      }
    if (ended && !told.ended) send('end', { t: time })
    if (events && (rest || performance.now() - facts.at >= APART_MS.facts)) void batch(time)
    const turned = playing !== told.playing
    told = { ...told, playing, ended, t: time }
    if (due === 0 || turned) {
      clearTimeout(due)
      due = window.setTimeout(state, turned ? 0 : Math.max(0, told.at + APART_MS.state - performance.now()))
    }
  })

  for (const gesture of ['pointerdown', 'keydown'])
    addEventListener(gesture, () => send('activate', {}), { once: true, signal })
  main.addEventListener(
    'lesson',
    (event) => {
      const { type, message } = (event as CustomEvent<{ type: string; message: object }>).detail
      send(type, { ...message })
    },
    { signal },
  )
  if (figure.lesson) send('step', figure.lesson.now())
  main.addEventListener('slide-key', (event) => send('key', { key: (event as CustomEvent<string>).detail }), { signal })
  addEventListener('keydown', (event) => event.key === 'Tab' && leaves(main, event.shiftKey, send), { signal })
  // A sandbox without popups opens nothing: a host that says it opens links is asked to.
  bar.element.addEventListener(
    'click',
    (event) => {
      if (!opens || !(event.target as Element).closest('a')) return
      event.preventDefault()
      send('link', { url: linkTo(figure) })
    },
    { signal },
  )
  const size = new ResizeObserver(() => {
    if (main.dataset['playing'] !== 'true')
      send('resize', { height: Math.ceil(document.body.getBoundingClientRect().height) })
  })
  size.observe(document.body)
  void state()
  return () => {
    stop()
    size.disconnect()
    clearTimeout(due)
    over.abort()
  }
}

/** Tab beyond the last control, or back beyond the first. */
function leaves(main: HTMLElement, back: boolean, send: Send): void {
  const stops = [...main.querySelectorAll<HTMLElement>('button, a, select, input, summary')].filter(
    (one) => one.offsetParent,
  )
  if (document.activeElement === stops.at(back ? 0 : -1)) send('leave', { dir: back ? 'back' : 'forward' })
}

const KINDS: [kind: string, facts: RegExp][] = [
  ['ack', /^write-(ok|sent)$/],
  ['timeout', /^gate-(timed-out|blocked)$/],
  ['promote', /^(promoted|chosen|leader-elected)$/],
  ['fence', /^(fence-|lease-lost|fenced)/],
  ['conflict', /^(conflict-found|write-conflicted|siblings-joined|write-discarded)$/],
  ['lost', /^writes-lost$/],
  ['diverged', /^(receiver-refused|rows-swapped|applier-failed)$/],
  ['healed', /^(link-healed|masters-agree|failover-done|rejoined|region-joined)$/],
]

/** The contract's word for it, where it has one, and the engine's own. */
const kindOf = ({ kind }: Fact): { kind: string; fact: FactKind } => ({
  kind: KINDS.find(([, facts]) => facts.test(kind))?.[0] ?? kind,
  fact: kind,
})
