/**
 * Events as a log for ShiViz, which draws them as a space-time diagram: a line with the expression that reads the
 * rest, an empty line (there is one execution), then two lines an event: host and vector clock, and the event.
 *
 * The clocks are derived. Events of one participant follow each other; what an event was caused by, here or
 * elsewhere, came before it. A host's own number is 1 at its first event and grows by one with each, as ShiViz wants.
 */
import type { Fact } from '../../engine/index.ts'
import { sentence } from '../../words/index.ts'

export const SHIVIZ_EXPRESSION = String.raw`(?<host>\S*) (?<clock>{.*})\n(?<event>.*)`

export function shivizLog(facts: readonly Fact[]): string {
  const lines = [SHIVIZ_EXPRESSION, '']
  const clocks = vectorClocks(facts)
  facts.forEach((fact, i) => {
    const text = `${(fact.t / 1_000_000).toFixed(6)} s ${fact.kind}: ${sentence(fact)}`
    lines.push(`${fact.at} ${JSON.stringify(Object.fromEntries(clocks[i]!))}`, text.replace(/\s+/g, ' '))
  })
  return `${lines.join('\n')}\n`
}

/** One clock an event, in the order of the events. Causes that are not among them are unknown. */
function vectorClocks(facts: readonly Fact[]): Map<string, number>[] {
  const now = new Map<string, Map<string, number>>()
  const byId = new Map<number, Map<string, number>>()
  return facts.map(({ id, at, cause }) => {
    const clock = new Map([[at, 0]])
    for (const known of [now.get(at), byId.get(cause)])
      for (const [host, count] of known ?? []) clock.set(host, Math.max(count, clock.get(host) ?? 0))
    clock.set(at, (now.get(at)?.get(at) ?? 0) + 1)
    now.set(at, clock)
    byId.set(id, clock)
    return clock
  })
}
