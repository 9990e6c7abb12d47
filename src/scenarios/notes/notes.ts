/**
 * Where the article that this lab follows simplifies or errs, beside what the systems themselves say (DOMAIN 0), by the
 * preset in which it can be seen. Both are in our own words; the source is what the second one can be checked in.
 */
export interface Note {
  article: string
  documentation: string
  /** Name and date, or version. */
  source: string
}

const NO_VECTORS: Note = {
  article: 'The last writer wins in DynamoDB, and vector clocks are what manages it.',
  documentation:
    'Global tables have no vector clocks. Each item carries one private time of its last write, and what arrives stays only if its own is later. Vector clocks belong to Dynamo, the store of a paper, which is another system.',
  source:
    'AWS Prescriptive Guidance, DynamoDB global tables, version 2019.11.21; DeCandia and others, Dynamo, SOSP, October 2007',
}

const TWO_KINDS: Note = {
  article: 'Writes are synchronous within a region and asynchronous between regions.',
  documentation:
    'So they are in tables of kind MREC, which is the default. There is a second kind, MRSC, in which a second of three regions has a write before its client hears OK. The kind is fixed when the table is made.',
  source: 'AWS News Blog, multi-Region strong consistency for DynamoDB global tables, June 2025',
}

const WITNESS: Note = {
  article: 'A global table is multi-region and multi-master.',
  documentation:
    'A table of kind MRSC may have two replicas and a witness. The witness holds change data, so that writes can be agreed on, and nobody reads or writes there.',
  source: 'AWS News Blog, multi-Region strong consistency for DynamoDB global tables, June 2025',
}

const NO_ACK: Note = {
  article: 'At the end of the four steps the slave acknowledges.',
  documentation:
    'In asynchronous replication nobody does: the master never hears whether a slave has received anything. Only in semi-sync there is an acknowledgement, and it says that the relay log is flushed, not that anything was applied.',
  source: 'MySQL 8.0 Reference Manual, Semisynchronous Replication',
}

const WHO_PULLS: Note = {
  article: 'The I/O thread of the slave pulls changes.',
  documentation:
    'It opens the connection and says from where on. Then a thread of the master, one for each slave, sends what comes as it comes.',
  source: 'MySQL 8.0 Reference Manual, Replication Threads',
}

const SEMI_SYNC: Note = {
  article: 'Synchronous means that the master waits for at least one slave, and then nothing is lost.',
  documentation:
    'Waiting for one is semi-synchronous. By default it is given up after 10 s, and the master goes on as async without telling its clients. Synchronous in full would be that all slaves have committed.',
  source: 'MySQL 8.0 Reference Manual, Semisynchronous Replication',
}

const SECONDS: Note = {
  article: 'Within seconds a slave takes over, and most users never notice.',
  documentation:
    'How long it takes is the sum of what one has set. A tuned system of GitHub takes 10 to 13 s. Patroni lets a leader keep its place for 30 s by default, and Redis Sentinel waits for 30 s before it suspects anybody. Clients wait or fail for all of it.',
  source: 'GitHub, MySQL High Availability, 20 June 2018; defaults of Patroni (ttl) and Redis Sentinel',
}

const CHOOSING: Note = {
  article: 'Choose master-slave where strong consistency is critical.',
  documentation:
    'It is consistent only for those who read from the master, or wait until a slave is far enough, and only if an old master is fenced. Every other read shows what its slave has, which is old by as much as that lags: count the stale reads of this run.',
  source: 'MySQL 8.0 Reference Manual, Replication, on which replicas are asynchronous by default; this run',
}

const NOTES: Readonly<Record<string, readonly Note[]>> = {
  'async-pipeline': [NO_ACK, WHO_PULLS],
  'semi-sync': [SEMI_SYNC],
  'fully-sync': [SEMI_SYNC],
  'stale-reads': [CHOOSING],
  'failover-clean': [SECONDS],
  'noticed-first': [SECONDS],
  'two-masters-lww': [NO_VECTORS],
  'vector-clock-siblings': [NO_VECTORS],
  'global-table-mrec': [NO_VECTORS, TWO_KINDS],
  'global-table-mrsc': [TWO_KINDS],
  'global-table-witness': [TWO_KINDS, WITNESS],
}

/** What there is to say beside that preset; none for any other run. */
export const notesOf = (id: string): readonly Note[] => (Object.hasOwn(NOTES, id) ? NOTES[id]! : [])

export const PRESETS_WITH_NOTES: readonly string[] = Object.keys(NOTES)
