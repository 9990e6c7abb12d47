/** What the inspector shows of one state machine: where it is, and when each of its transitions last fired. */

/** One state machine of a participant, for the inspector. */
export interface PartFrame {
  /** As in `receiver:db1`. */
  id: string
  /** Key into the machine definitions. */
  machine: string
  /** Dotted paths of active states, for instance ['streaming']. */
  active: string[]
  since: number
  /** Transition id (as in the machine definition) -> when it last fired; absent = never. */
  fired: Record<string, number>
  /** The last transition's id, '' before the first. */
  last: string
}
