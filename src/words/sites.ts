/** Who is meant among several masters, and the single words about them: what legends and pictures of one master use too. */
import type { Frame, SiteFrame } from '../engine/index.ts'
import { whole } from './numbers.ts'
import { spokenOf } from './terms.ts'

/**
 * Every master there is or was, in the order that gives them their letters: the first one's entries are A1, A2 and so
 * on, and stay so when it is gone.
 */
export const originsOf = ({ multiMaster, nodes }: Pick<Frame, 'multiMaster' | 'nodes'>): readonly string[] =>
  multiMaster?.origins ?? nodes.map(({ id }) => id)

/** The site of a node among several masters; undefined with one master. */
export const siteOf = (frame: Pick<Frame, 'multiMaster'>, node: string): SiteFrame | undefined =>
  frame.multiMaster?.sites.find((site) => site.node === node)

/** Does this region of what is spoken of only vote? It holds no table, and nobody reads or writes there. */
export const isWitness = (id: string): boolean => {
  const frame = spokenOf()
  return frame !== null && (siteOf(frame, id)?.region?.witness ?? false)
}

export const masterWords = {
  /** A region that only votes. */
  witness: 'witness',
  /** Row of a card: its log in its own order. */
  log: 'log',
  /** A tombstone: the row is empty because somebody deleted it. It stands struck through. */
  empty: '{}',
  deleted: 'deleted',
  /** The row is not there, and never was. */
  none: 'no row',
  more: (n: number): string => `and ${whole(n)} more`,
  inFlight: 'in flight',
  clockOf: (node: string): string => `clock of ${node}`,
  drift: (ppm: number): string => `${ppm < 0 ? '\u2212' : '+'}${whole(Math.abs(ppm))} ppm`,
  agree: 'agree',
  /** In the legend. */
  discarded: 'discarded',
  seen: 'seen by its writer',
  conflict: 'conflict',
} as const
