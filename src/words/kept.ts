import type { ClientFrame, Frame } from '../engine/index.ts'

/**
 * The node that a client's open connection leads to, where it has been told of another master since and keeps writing
 * there (DOMAIN 3.3); null = it writes to the one that it was told.
 */
export function keptAt({ id, target, kind }: Pick<ClientFrame, 'id' | 'target' | 'kind'>, frame: Frame): string | null {
  if (kind === 'reader') return null
  let kept: string | null = null
  for (const link of frame.links) {
    if (link.kind !== 'client' || !link.connected || (link.a !== id && link.b !== id)) continue
    const node = link.a === id ? link.b : link.a
    if (node === target) return null
    kept = node
  }
  // Who also reads has connections to others for that.
  return kind === 'read-write' ? null : kept
}

/** "still connected to db1, told of db2". */
export const keptSentence = (client: ClientFrame, frame: Frame): string => {
  const kept = keptAt(client, frame)
  return kept === null ? '' : `still connected to ${kept}, told of ${client.target}`
}
