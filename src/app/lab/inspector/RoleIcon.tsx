/** The icon of a node's card, beside its role in words. */
import type { NodeFrame } from '../../../engine/index.ts'
import { roleIcon } from '../../../stage/index.ts'
import { Drawn } from '../../parts/Drawn.tsx'
import { roleTone } from './roleTone.ts'

export function RoleIcon({ node }: { node: NodeFrame }) {
  return <Drawn shapes={[roleIcon(iconOf(node), 8, 8, `var(--${roleTone(node)})`)]} width={16} height={16} />
}

function iconOf({ process, role }: NodeFrame) {
  if (process === 'down') return 'cross'
  if (process === 'recovering') return 'turn'
  if (role === 'master') return 'crown'
  if (role === 'slave') return 'lines'
  if (role === 'rewinding') return 'turn'
  return role === 'fenced' || role === 'read-only' ? 'padlock' : 'chevron'
}
