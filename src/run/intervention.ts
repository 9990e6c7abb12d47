import { OPERATIONS } from './choices.ts'
import type { Fields, ValuesOf } from './field.ts'
import { ZONES } from './tables/index.ts'

const node = { type: 'id', description: 'The node.' } as const
const dataCenter = { type: 'id', description: 'The data centre.' } as const
const zone = {
  type: 'choice',
  choices: ZONES,
  description: 'The zone of the region in which the replica stands.',
} as const
const between = { type: 'pair', description: 'The two ends of the link.' } as const

/** What somebody can do to a run from outside, and what each needs to know. */
export const ACTIONS = {
  /** Host crash: the log on disk survives, what its links carry is lost, peers see the reset at once. */
  kill: { node },
  restart: { node },
  /** Connections between the two are reset; what is in flight is dropped. */
  cut: { between },
  /** Bytes are held with the connections up: a silent partition. */
  stall: { between },
  heal: { between },
  'stop-receiver': { node },
  'start-receiver': { node },
  'stop-applier': { node },
  'start-applier': { node },
  /** A reader's lock on a slave's rows: the SQL thread waits inside its next transaction until it is let go. */
  'lock-rows': { node },
  'unlock-rows': { node },
  /** Answers a monitor that waits for a choice by hand. */
  promote: { node },
  /**
   * A graceful change of masters: the old one stops taking writes, this one catches up, takes over, and the old one
   * copies from it. Loses nothing, or gives up and leaves everything as it was.
   */
  switchover: { node },
  /** Every link between those who stand in this data centre and everybody else is cut, or healed. */
  'cut-data-center': { dataCenter },
  'heal-data-center': { dataCenter },
  /** A new node with an empty log, which copies everything from `upstream`. A name is used only once in a run. */
  'add-slave': {
    node: { type: 'id', description: 'Name of the new node.' },
    upstream: { type: 'id', description: 'Whom it copies from.' },
    from: {
      type: 'id',
      optional: true,
      description: 'Whose data it begins with. Absent: with none, and the whole log.',
    },
  },
  /** A slave is taken out of service for good; whoever copied from it copies from its upstream. */
  'remove-slave': { node },
  /** A node throws away what its log holds, up to its end, except what a connected slave has yet to be sent. */
  purge: { node },
  /** A node throws away its data and its log, copies the data of `from`, and follows from there. */
  rebuild: { node, from: { type: 'id', description: 'Whose data it copies.' } },
  /** A former master becomes a slave of the newest one, with its log as it is: refused if it holds what that one lacks. */
  rejoin: { node },
  /** It first takes back what the newest master lacks, down to the last entry in common, then follows it. */
  rewind: { node },
  /** The slave copies from somebody else from now on. */
  repoint: { node, upstream: { type: 'id', description: 'Whom it copies from.' } },
  /** One write by hand, whatever the client's own rhythm. */
  write: {
    client: { type: 'id', description: 'The client.' },
    key: {
      type: 'id',
      optional: true,
      description: 'The row. Absent: drawn, as for any write of this client.',
    },
    operation: {
      type: 'choice',
      choices: OPERATIONS,
      optional: true,
      description: 'Several masters: what it does. Absent: as this client does.',
    },
    value: {
      type: 'number',
      unit: 'value',
      min: -1_000_000,
      max: 1_000_000,
      step: 1,
      optional: true,
      description:
        'The number that it puts; with several masters also that it adds, or must be the only one to have. Absent: drawn.',
    },
  },
  /** A master is taken out of service for good; who copied from it copies from whom it copied. */
  'remove-master': { node },
  /** Two masters compare all their rows and settle each difference by the rule, as anti-entropy does. */
  repair: { node, from: { type: 'id', description: 'The other master.' } },
  /** The entry that stopped an applier counts as applied, and the applier goes on. */
  'skip-entry': { node, from: { type: 'id', description: 'Whose entries that applier applies.' } },
  /** The reader's function is another one from now on. */
  'set-function': {
    source: { type: 'text', max: 4096, description: 'The function, in JavaScript.' },
  },
  /** Regions: the host of one replica crashes; its log on disk survives. */
  'kill-replica': { node: { type: 'id', description: 'The region.' }, zone },
  'restart-replica': { node: { type: 'id', description: 'The region.' }, zone },
} as const satisfies Record<string, Fields>

/** Changes a setting while running. `path` as in `failover.misses`, `nodes.db2.applyMs`, `clients.c1.thinkMs`. */
interface SetAction {
  do: 'set'
  path: string
  value: number | string
}

export type Action =
  | { [K in keyof typeof ACTIONS]: { do: K } & ValuesOf<(typeof ACTIONS)[K]> }[keyof typeof ACTIONS]
  | SetAction

/**
 * An action and its time. An intervention at t acts after instant t: everything that happens at t happens
 * first, and its own effects come at t + 0.001 ms at the earliest.
 */
export type Intervention = { atMs: number } & Action
