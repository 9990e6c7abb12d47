/** From an address to what is on the page. Whatever the address holds, the page ends up with a run that works. */
import { empty, fetchPresets, home, type Preset } from '../../scenarios/index.ts'
import { labels, panels } from '../../words/index.ts'
import { layBeside } from '../lab/branches/fetched.ts'
import { onDemand } from '../later/onDemand.ts'
import type { Live } from '../live/live.ts'
import { notify, page } from '../page/page.ts'
import { sharing } from '../share/fetched.ts'
import { lookOf, parameter } from './parameters.ts'
import { type LessonRoute, routeOf } from './route.ts'

const presets = onDemand(fetchPresets)
const lessons = onDemand(() => import('../learn/opened.ts'))

/** Counts the addresses opened, so that a run that arrives late does not push a newer one aside. */
let opened = 0

/** Called at the start and at every change of the hash: a link pasted into the same tab opens, too. */
export function openHash(live: Live, hash: string): void {
  const route = routeOf(hash)
  page.wear(lookOf(hash, location.search))
  opened += 1
  page.set({
    where: route.page,
    lesson: null,
    open: null,
    selection: null,
    unselected: null,
    moved: {},
    zoom: null,
    text: false,
    notices: [],
  })
  if (route.page === 'learn') void openLesson(live, route, parameter('p', hash), opened)
  else if (route.page === 'home') load(live, home)
  else if (route.page === 'choose' || route.page === 'build' || route.page === 'notes') load(live, empty)
  else if (route.open === 'link') void openLink(live, hash, opened)
  else if (route.open === 'kept') void openKept(live, opened)
  else if (route.open === 'empty') load(live, empty)
  else if (route.open === 'nothing') void openAnother(live, labels.unknownAddress, opened)
  else void openPreset(live, route.preset, /[?&]t=(\d{1,15})(?=&|$)/.exec(hash)?.[1], opened)
}

async function openLesson(live: Live, route: LessonRoute, kept: string | null, turn: number): Promise<void> {
  const learn = await lessons().catch(() => null)
  if (turn === opened) void learn?.openLesson(live, route, kept)
}

async function openPreset(live: Live, id: string, t: string | undefined, turn: number): Promise<void> {
  const all = await presets().catch(() => null)
  if (turn !== opened) return
  const found = all?.preset(id)
  if (found) load(live, t === undefined ? found : { run: found.run, beside: found.beside, at: Number(t) })
  else void openAnother(live, all ? labels.unknownPreset : labels.partMissing, turn)
}

async function openLink(live: Live, hash: string, turn: number): Promise<void> {
  const share = await sharing().catch(() => null)
  if (turn !== opened) return
  const link = share?.parseLink(hash) ?? { problem: share ? labels.unknownAddress : labels.partMissing }
  if ('problem' in link) void openAnother(live, link.problem, turn)
  else load(live, { run: link.run, at: link.t, beside: link.beside })
}

async function openKept(live: Live, turn: number): Promise<void> {
  const share = await sharing().catch(() => null)
  if (turn !== opened || share?.openKept(live)) return
  void openAnother(live, share ? panels.keptNoMore : labels.partMissing, turn)
}

function load(live: Live, { run, at, beside }: Pick<Preset, 'run' | 'at' | 'beside'>): void {
  live.do({ do: 'load', run, t: at })
  if (beside !== null) layBeside(live, run, beside)
}

/** Says why, and opens a run that works instead: the first preset, or without a network the empty lab. */
async function openAnother(live: Live, problem: string, turn: number): Promise<void> {
  notify(`${problem} ${labels.instead}`)
  const all = await presets().catch(() => null)
  if (turn === opened) load(live, all?.presets[0] ?? empty)
}

/** Goes to an address; also when it is the present one, which then starts afresh. */
export function goTo(live: Live, hash: string): void {
  if (location.hash === hash) openHash(live, hash)
  else location.hash = hash
}
