/** The token in which a role is written: beside its icon and its word, never instead of them. */
import type { NodeFrame } from '../../../engine/index.ts'

export function roleTone({ process, role }: Pick<NodeFrame, 'process' | 'role'>): 'stale' | 'accent' | 'ink' {
  if (process !== 'up' || role === 'fenced' || role === 'read-only' || role === 'rewinding') return 'stale'
  return role === 'master' || role === 'slave' ? 'ink' : 'accent'
}
