/**
 * When several masters had the same data, and when not: from the facts that say so. They agree until the first of them
 * says otherwise.
 */
import type { Fact } from '../engine/index.ts'
import type { Lane } from './transport.ts'

/** Spans from the start to `end`, without a gap; `facts` hold the last change before the window as well. */
export function agreeSpans(facts: readonly Fact[], end: number): Lane['spans'] {
  const spans: Lane['spans'] = []
  const changes = facts.filter(({ kind, t }) => isChange(kind) && t <= end)
  let from = 0
  // Before the first known change it was the other way round.
  let is: 'agree' | 'differ' = changes[0]?.kind === 'masters-agree' ? 'differ' : 'agree'
  for (const { t, kind } of changes) {
    const now = kind === 'masters-differ' ? 'differ' : 'agree'
    if (now === is) continue
    if (t > from) spans.push({ from, to: t, is })
    ;[from, is] = [t, now]
  }
  if (end > from) spans.push({ from, to: end, is })
  return spans
}

export const isChange = (kind: Fact['kind']): boolean => kind === 'masters-differ' || kind === 'masters-agree'
