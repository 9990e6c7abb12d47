/**
 * A region as DynamoDB has them (DOMAIN 6): one master whose log is kept by three replicas in three zones, one of which
 * leads. Positions count the changes in the group's log.
 */
export interface RegionFrame {
  kind: 'mrec' | 'mrsc'
  /** It holds change data only: nobody reads or writes there. */
  witness: boolean
  replicas: ReplicaFrame[]
  /** Nobody leads: since when; -1 = somebody does. */
  electingSince: number
  /** Writes that wait for a second zone, and (mrsc) for a second region. */
  waitingForZone: number
  waitingForRegion: number
  /** mrsc: it can reach no other region, and refuses strong reads and writes. */
  isolated: boolean
  /** By source region. */
  latency: ReplicationLatency[]
  /** mrsc: rows promised to the write of another region and not decided yet. */
  promised: { key: string; to: string; since: number }[]
}

interface ReplicaFrame {
  zone: 'a' | 'b' | 'c'
  state: 'leader' | 'follower' | 'down'
  since: number
  /** Flushed to its disk, and readable there. */
  persisted: number
  applied: number
}

/** What DynamoDB calls ReplicationLatency, of one region's items here. */
interface ReplicationLatency {
  from: string
  /** Of the last item that was applied here: from its commit there; -1 = none was yet. */
  us: number
  /** Items told OK there and not applied here, and how old the oldest of them is (0 = none). */
  pending: number
  oldestUs: number
}
