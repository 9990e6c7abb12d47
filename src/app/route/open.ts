/** From an address to what is on the page. Whatever the address holds, the page ends up with a run that works. */
import { empty, home, type Preset, preset, presets } from '../../scenarios/index.ts'
import { labels } from '../labels.ts'
import type { Live } from '../live/live.ts'
import { notify, page } from '../page/page.ts'
import { routeOf } from './route.ts'

/** Called at the start and at every change of the hash: a link pasted into the same tab opens, too. */
export function openHash(live: Live, hash: string): void {
  const route = routeOf(hash, labels.unknownAddress)
  page.set({ where: route.page, open: null, selection: null, moved: {}, zoom: null, text: false, notices: [] })
  const load = ({ run, at }: Preset) => live.do({ do: 'load', run, t: at })
  if (route.page === 'home') load(home)
  else if (route.open === 'run') live.do({ do: 'load', run: route.run, t: route.t })
  else if (route.open === 'empty') load(empty)
  else {
    const found = route.open === 'preset' ? preset(route.preset) : undefined
    if (!found) notify(route.open === 'nothing' ? `${route.problem} ${labels.instead}` : labels.unknownPreset)
    load(found ?? presets[0] ?? empty)
  }
}

/** Goes to an address; also when it is the present one, which then starts afresh. */
export function goTo(live: Live, hash: string): void {
  if (location.hash === hash) openHash(live, hash)
  else location.hash = hash
}

/** Gives what is on the page already its address, without opening it again. */
export function settleAt(hash: string): void {
  history.pushState(null, '', hash)
  page.set({ where: 'lab' })
}
