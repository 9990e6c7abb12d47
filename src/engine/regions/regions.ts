/**
 * What regions have beyond several masters: the group of replicas in each. It is part of the world, made at time 0 where the
 * scenario asks for it, and what the code of several masters asks at its own places, so that it need not know this pack.
 */
import type { MessageFrame, RegionFrame } from '../frame/index.ts'
import type { Digest } from '../kernel/hash.ts'
import type { Kernel } from '../kernel/kernel.ts'
import type { RowState } from '../resolvers/index.ts'
import type { Node, Part, Pending, World } from '../world/index.ts'
import { feedGroup, type Group, type GroupSnapshot, makeGroup } from './group.ts'

export interface RegionsSnapshot {
  readonly groups: readonly GroupSnapshot[]
  readonly answered: readonly number[]
  readonly agreement: unknown
}

/** What kind mrsc adds (folder `agreement`): two of three regions before anybody is told OK. */
export interface Agreement {
  /**
   * A write is on the disks of two zones. It has no name yet, and no row has changed: `nameWrite` gives it the one and
   * `tell()` of that does the other, whenever it may; `commitWrite` does both at once. It calls neither for one that
   * never happens. `session` -1: nobody waits for it any more.
   */
  afterQuorum(kernel: Kernel, node: Node, pending: Pending): void
  /** At time 0, once every region has its leader. */
  start(kernel: Kernel): void
  /** An entry of another region has just become part of the data. */
  applied(kernel: Kernel, node: Node, entry: number): void
  /** Has a region promised this entry, or heard that it is decided? */
  holds(world: World, node: Node, entry: number): boolean
  /** Which write of its row a decided entry is, from 1. */
  slotOf(entry: number): number
  /** The channel from another region is lost, or there again. */
  line(kernel: Kernel, node: Node, peer: Node, isThere: boolean): void
  /** Why a region takes no writes and no strong reads now; 'yes' = it does. */
  takes(world: World, node: Node): string
  /** A strong read whose statement has run at the leader: `showLeaders` or `refuseRead` (`reads.ts`) ends it, now or later. */
  strongRead(kernel: Kernel, part: Part, key: number): void
  /** A region has a leader again, or none any more: then sessions under way are gone. */
  led(kernel: Kernel, node: Node): void
  unled(kernel: Kernel, node: Node): void
  frame(world: World, node: Node): Pick<RegionFrame, 'waitingForRegion' | 'isolated' | 'promised'>
  snapshot(): unknown
  restore(from: unknown): void
  feed(digest: Digest): void
}

/** What the code of several masters asks, and tells. */
export interface Doors {
  start(kernel: Kernel): void
  /** The leader has flushed transactions: they are carried out once two of three have. */
  flushed(kernel: Kernel, node: Node, pending: readonly Pending[]): void
  /** An item of another region is to be applied: it is once two of three have it. */
  takeItem(kernel: Kernel, node: Node, peer: Node, at: number): void
  /** So many items of that channel wait for two of three. */
  taken(node: Node, peer: number): number
  isLed(node: Node): boolean
  /** May a write, or a read of this client, start here? 'yes', or why not. */
  takes(world: World, node: Node, what: 'write' | 'read', client: number): string
  /** A read whose statement has run. */
  answerRead(kernel: Kernel, part: Part, key: number): void
  /** The zone of the replica that answered this client's read. */
  answeredBy(client: number): string
  /** A row of the region has just changed; `before`: as it stood. */
  rowChanged(kernel: Kernel, number: number, key: number, before: RowState): void
  /** The region's host is up again, all of it. */
  recover(kernel: Kernel, node: Node): void
  frame(world: World, node: Node): RegionFrame
  /** What is under way between zones. */
  messages(world: World): MessageFrame[]
}

export class Regions {
  readonly groups: readonly Group[]
  /** By client number: the zone whose replica answered its last read; -1 = none yet. Immutable. */
  answered: readonly number[]
  /** Null with mrec. */
  agreement: Agreement | null = null
  readonly doors: Doors

  constructor(nodes: number, clients: number, doors: Doors) {
    this.answered = Array.from({ length: clients }, () => -1)
    this.groups = Array.from({ length: nodes }, (_, number) => makeGroup(number, nodes))
    this.doors = doors
  }

  snapshot(): RegionsSnapshot {
    const { groups, answered, agreement } = this
    return { groups: groups.map((group) => ({ ...group })), answered, agreement: agreement?.snapshot() ?? null }
  }

  restore({ groups, answered, agreement }: RegionsSnapshot): void {
    this.answered = answered
    groups.forEach((group, number) => {
      Object.assign(this.groups[number]!, group)
    })
    this.agreement?.restore(agreement)
  }

  feed(digest: Digest): void {
    for (const group of this.groups) feedGroup(digest, group)
    for (const zone of this.answered) digest.int(zone)
    this.agreement?.feed(digest)
  }
}

export const groupOf = (world: World, { number }: Node): Group => world.multi!.regions!.groups[number]!
