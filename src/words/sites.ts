/** Who is meant, among several masters: all that tells them apart in a picture of one master too. */
import type { Frame, SiteFrame } from '../engine/index.ts'

/**
 * Every master there is or was, in the order that gives them their letters: the first one's entries are A1, A2 and so
 * on, and stay so when it is gone.
 */
export const originsOf = ({ multiMaster, nodes }: Pick<Frame, 'multiMaster' | 'nodes'>): readonly string[] =>
  multiMaster?.origins ?? nodes.map(({ id }) => id)

/** The site of a node among several masters; undefined with one master. */
export const siteOf = (frame: Pick<Frame, 'multiMaster'>, node: string): SiteFrame | undefined =>
  frame.multiMaster?.sites.find((site) => site.node === node)
