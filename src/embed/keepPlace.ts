/**
 * The address keeps up with where the figure stands, so that a page that is reloaded or comes back shows the same moment:
 * whenever it stands still, and once a second at most. Nothing is added to the history.
 */
import type { Figure } from './figure.ts'

const APART_MS = 1000

export function keepPlace({ lab, shown }: Figure): void {
  // A loop begins where its address says, a walkthrough with its step.
  if (/loop=1|walkthrough=/.test(location.href)) return
  let kept = shown.t
  let last = 0
  let due = 0
  const keep = () => {
    due = 0
    const { time, playing } = lab.latest!.transport
    if (playing || time === kept) return
    kept = time
    last = Date.now()
    const hash = location.hash.replace(/[&?](t|at)=[^&]*/g, '').replace(/#(t|at)=[^&]*&?/, '#')
    history.replaceState(null, '', `${location.search.replace(/([&?])(t|at)=[^&]*/g, '$1')}${hash || '#'}&t=${time}`)
  }
  lab.onUpdate(({ transport }) => {
    if (transport.playing || due !== 0) return
    due = window.setTimeout(keep, Math.max(0, last + APART_MS - Date.now()))
  })
}
