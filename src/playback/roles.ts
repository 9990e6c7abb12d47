/**
 * What a node was, when: folded from the milestones since the start of the run. A slave whose link to whom it copies
 * from is cut or stalled is `cut` or `stalled`: nothing reaches it, whatever it knows of that itself. The line begins where
 * the node joined and ends where it left.
 */
import type { Fact } from '../engine/index.ts'
import { hasManyMasters, type NodeSpec, type Scenario } from '../run/index.ts'
import type { Lane } from './transport.ts'

type Span = Lane['spans'][number]
type Role = 'master' | 'read-only' | 'slave' | 'promoting' | 'fenced' | 'rewinding'

/** Who is or was there, in the order of their lanes: those of the scenario, then whoever joined. */
export const nodesOf = ({ nodes }: Scenario, milestones: readonly Fact[]): string[] => [
  ...nodes.map(({ id }) => id),
  ...milestones.flatMap(({ kind, at }) => (kind === 'slave-added' ? [at] : [])),
]

/** Spans of one node up to `end`, without a gap between them. */
export function roleSpans(node: string, scenario: Scenario, milestones: readonly Fact[], end: number): Span[] {
  const { nodes } = scenario
  const many = hasManyMasters(scenario)
  const spans: Span[] = []
  const spec = nodes.find(({ id }) => id === node)
  let here = spec !== undefined
  let role: Role = spec?.role ?? 'slave'
  /** What it goes back to when it cannot be rewound. */
  let before: Role = role
  let upstream = spec === undefined ? '' : upstreamOf(spec, nodes)
  let up = true
  /** To whom its links are cut or stalled. */
  const silent = new Map<string, 'cut' | 'stalled'>()
  let since = 0
  let was: Span['is'] | null = null
  const now = (): Span['is'] | null => {
    if (!here) return null
    if (!up) return 'down'
    return (role === 'slave' && silent.get(upstream)) || role
  }
  const change = (t: number) => {
    const is = now()
    if (is === was) return
    if (was !== null && t > since) spans.push({ from: since, to: t, is: was })
    ;[since, was] = [t, is]
  }
  was = now()
  for (const { t, at, kind, args } of milestones) {
    if (t > end) break
    const { peer = '' } = args
    // A candidate that could not take over stays what it was.
    if (kind === 'failover-failed' && role === 'promoting') role = 'slave'
    else if (kind === 'chosen' && peer === node) role = 'promoting'
    else if (kind === 'link-cut' || kind === 'link-stalled' || kind === 'link-healed') {
      const [a, b] = at.split('~')
      const other = a === node ? b : b === node ? a : undefined
      if (other === undefined) continue
      if (kind === 'link-healed') silent.delete(other)
      else silent.set(other, kind === 'link-cut' ? 'cut' : 'stalled')
    } else if (at === node) {
      if (kind === 'slave-added') [here, upstream] = [true, peer]
      if (kind === 'slave-removed' || kind === 'master-removed') here = false
      if (kind === 'killed') up = false
      if (kind === 'node-restarted') up = true
      if (kind === 'promoted') role = 'master'
      if (kind === 'fenced') role = 'fenced'
      if (kind === 'rewind-started') [before, role] = [role, 'rewinding']
      if (kind === 'rewind-failed' && role === 'rewinding') role = before
      if (kind === 'rewound' || kind === 'rebuild-asked') role = 'slave'
      if (kind === 'killed' && role === 'rewinding') role = before
      if (kind === 'lease-lost' || kind === 'made-read-only') role = 'read-only'
      if (kind === 'made-writable') role = 'master'
      // Where all are masters, one that copies from somebody else now is one still.
      if ((kind === 'repointed' || kind === 'rejoined') && !many) [role, upstream] = ['slave', peer]
    }
    change(t)
  }
  if (was !== null && end > since) spans.push({ from: since, to: end, is: was })
  return spans
}

/** Whom a node of the scenario copies from at the start; '' = nobody. */
function upstreamOf({ role, upstream }: NodeSpec, nodes: readonly NodeSpec[]): string {
  return role === 'master' ? '' : (upstream ?? nodes.find((one) => one.role === 'master')!.id)
}
