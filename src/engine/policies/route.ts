import type { Route } from '../settings/index.ts'

/**
 * Where a client sends its next read (DOMAIN 2.6). Pure: what it goes by is handed in, nodes as numbers.
 *
 * A client, its driver or the proxy before it knows which slaves there are. The leader is asked when there is none,
 * or when the policy says so.
 */
export interface Choice {
  route: Route
  /** Whom the client takes for the master. */
  leader: number
  /** Slaves that may be asked, in order of the nodes. */
  slaves: readonly number[]
  /** A node where it stands; -1 = there is none. */
  nearest: number
  /** The slave that a sticky client has kept to so far; -1 = none yet. */
  sticksTo: number
  /** Since its last own write was answered; -1 = it has written nothing. */
  sinceOwnWriteUs: number
  windowUs: number
  /** A number from 0 to n - 1 by luck. */
  below: (n: number) => number
}

export function routed(choice: Choice): number {
  const { route, leader, slaves, nearest, sticksTo, sinceOwnWriteUs, windowUs, below } = choice
  if (route === 'nearest') return nearest >= 0 ? nearest : leader
  if (route === 'leader' || slaves.length === 0) return leader
  if (route === 'leader-after-write' && sinceOwnWriteUs >= 0 && sinceOwnWriteUs < windowUs) return leader
  if (route === 'sticky' && slaves.includes(sticksTo)) return sticksTo
  return slaves.length === 1 ? slaves[0]! : slaves[below(slaves.length)]!
}
