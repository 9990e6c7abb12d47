/** Whom an action is about: the target, or who is meant without one. */
import type { Frame, NodeFrame } from '../../engine/index.ts'
import type { Selection } from '../page/page.ts'

export const nodeOf = (frame: Frame, target: Selection | null): NodeFrame | undefined =>
  target?.kind === 'node' ? frame.nodes.find((node) => node.id === target.id) : undefined

/** The node that takes writes in the newest epoch, if it is up. */
export const masterOf = (frame: Frame): NodeFrame | undefined =>
  frame.nodes.filter((node) => node.role === 'master' && node.process === 'up').sort((a, b) => b.epoch - a.epoch)[0]
