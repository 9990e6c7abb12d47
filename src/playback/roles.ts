/** What a node was, when: folded from the milestones since the start of the run. */
import type { Fact } from '../engine/index.ts'
import type { NodeSpec } from '../run/index.ts'
import type { Lane } from './transport.ts'

type Span = Lane['spans'][number]
type Role = 'master' | 'slave' | 'promoting' | 'fenced'

/** Spans of one node from 0 to `end`, without a gap between them. */
export function roleSpans(node: string, first: NodeSpec['role'], milestones: readonly Fact[], end: number): Span[] {
  const spans: Span[] = []
  let role = first as Role
  let up = true
  let since = 0
  const change = (t: number, to: { role?: Role; up?: boolean }) => {
    const before = up ? role : 'down'
    const [wasUp, wasRole] = [up, role]
    role = to.role ?? role
    up = to.up ?? up
    if ((up ? role : 'down') === before) return
    if (t > since) spans.push({ from: since, to: t, is: wasUp ? wasRole : 'down' })
    since = t
  }
  for (const fact of milestones) {
    if (fact.t > end) break
    if (fact.kind === 'chosen' && fact.args.peer === node) change(fact.t, { role: 'promoting' })
    // A candidate that could not take over stays what it was.
    if (fact.kind === 'failover-failed' && role === 'promoting') change(fact.t, { role: 'slave' })
    if (fact.at !== node) continue
    if (fact.kind === 'killed') change(fact.t, { up: false })
    if (fact.kind === 'node-restarted') change(fact.t, { up: true })
    if (fact.kind === 'promoted') change(fact.t, { role: 'master' })
    if (fact.kind === 'fenced') change(fact.t, { role: 'fenced' })
    if (fact.kind === 'repointed') change(fact.t, { role: 'slave' })
  }
  if (end > since) spans.push({ from: since, to: end, is: up ? role : 'down' })
  return spans
}
