/**
 * What waits in the queue. Everything that will happen by itself is one of these: a message arrives, is
 * lost or is sent again, a timer of a machine fires, a part is told something by another part of its own participant, or one end of a connection hears
 * that it is over.
 */
import type { MachineEvent } from '../machines/compile/index.ts'

export type KernelEvent =
  | OnTheWay<'arrive'>
  | OnTheWay<'lose'>
  | OnTheWay<'resend'>
  | {
      readonly kind: 'timer'
      readonly part: number
      readonly id: string
      readonly event: MachineEvent
      readonly cause: number
    }
  /** `life`: of the node that it is told on; -1 elsewhere. */
  | {
      readonly kind: 'tell'
      readonly part: number
      readonly life: number
      readonly event: Told
      readonly cause: number
    }
  | {
      readonly kind: 'end'
      readonly connection: number
      readonly opener: boolean
      readonly event: Told
      readonly cause: number
    }

interface OnTheWay<K> {
  readonly kind: K
  readonly message: number
  readonly cause: number
}

/** An event with its details: integers, strings and booleans. */
export interface Told extends MachineEvent {
  readonly [detail: string]: number | string | boolean
}
