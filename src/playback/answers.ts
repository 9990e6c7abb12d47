/**
 * Did the clients get answers? A stretch without begins when a write has failed, or when one waits and nobody
 * was told OK for a second (a wait that the counter `noticed` counts too), and ends with the next OK.
 */
import type { Fact } from '../engine/index.ts'
import type { Lane } from './transport.ts'

type Span = Lane['spans'][number]

/** A wait that people notice, in microseconds. */
const NOTICED = 1_000_000

/** Spans from `from` to `end`. `facts` begin early enough to hold every write that waits at `from`. */
export function answerSpans(facts: readonly Fact[], from: number, end: number): Span[] {
  const waiting = new Map<string, number>()
  const spans: Span[] = []
  /** When the present silence became one; null while answers come. */
  let silent: number | null = null
  let since = from
  let lastOk = 0
  const noticeUntil = (t: number) => {
    const [oldest] = waiting.values()
    if (oldest === undefined || silent !== null) return
    const noticed = Math.max(oldest, lastOk) + NOTICED
    if (noticed < t) silent = noticed
  }
  for (const fact of facts) {
    if (fact.t > end) break
    noticeUntil(fact.t)
    const write = `${fact.at} ${fact.args.write}`
    if (fact.kind === 'write-sent') waiting.set(write, fact.t)
    if (fact.kind === 'write-error' || fact.kind === 'write-unknown') {
      waiting.delete(write)
      silent ??= fact.t
    }
    if (fact.kind !== 'write-ok') continue
    waiting.delete(write)
    lastOk = fact.t
    if (silent === null) continue
    spans.push({ from: since, to: silent, is: 'answered' }, { from: silent, to: fact.t, is: 'no-answer' })
    since = fact.t
    silent = null
  }
  noticeUntil(end)
  spans.push({ from: since, to: silent ?? end, is: 'answered' })
  if (silent !== null) spans.push({ from: silent, to: end, is: 'no-answer' })
  return spans.flatMap((span) =>
    span.to > from && span.from < span.to ? [{ ...span, from: Math.max(from, span.from) }] : [],
  )
}
