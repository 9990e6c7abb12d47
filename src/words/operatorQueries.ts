import type { Alert } from '../engine/index.ts'

/**
 * What an operator would ask a real database when an alert comes in: the statements, and what to look at in their
 * answers. DOMAIN 2.2 (Seconds_Behind_Source), 2.4 (PostgreSQL's positions and lags), 1 (a heartbeat row).
 */
export interface OperatorQuery {
  sql: string
  /** What to look at. */
  look: string
}

type Pair = Record<'mysql' | 'postgres', OperatorQuery>

const HEARTBEAT = `-- the row that a job writes once a second, as it has arrived here
SELECT TIMESTAMPDIFF(MICROSECOND, ts, UTC_TIMESTAMP(6)) / 1e6 AS lag_s
  FROM ops.heartbeat;`

export function queriesFor({ reason, node }: Pick<Alert, 'reason' | 'node'>, master: string): Pair {
  if (reason === 'entries') return entries(node, master)
  if (reason === 'no-data') return noData(node, master)
  return reason === 'copies' ? copies(node) : old(node, master)
}

const old = (node: string, master: string): Pair => ({
  mysql: {
    sql: `-- on ${node}
SHOW REPLICA STATUS\\G
SELECT worker_id, service_state, applying_transaction,
       applying_transaction_original_commit_timestamp,
       last_applied_transaction
  FROM performance_schema.replication_applier_status_by_worker;
${HEARTBEAT}`,
    look: 'Seconds_Behind_Source next to the heartbeat: the first knows only what has arrived, the second does not. An applying transaction whose commit time stands still is the one to look at.',
  },
  postgres: {
    sql: `-- on ${master}
SELECT application_name, state, sync_state, write_lag, flush_lag, replay_lag
  FROM pg_stat_replication;
-- on ${node}
SELECT CASE WHEN pg_last_wal_receive_lsn() = pg_last_wal_replay_lsn()
            THEN interval '0'
            ELSE now() - pg_last_xact_replay_timestamp() END AS replay_age,
       pg_is_wal_replay_paused();`,
    look: 'A large write_lag: the network. flush_lag beyond it: the disk there. replay_lag beyond that: replay, perhaps held up by a query. The age on the standby is 0 when it has replayed all it got, also where nothing arrives.',
  },
})

const entries = (node: string, master: string): Pair => ({
  mysql: {
    sql: `-- on ${master}
SELECT @@GLOBAL.gtid_executed;
-- on ${node}, with that answer
SHOW REPLICA STATUS\\G
SELECT GTID_SUBTRACT('<gtid_executed of ${master}>', @@GLOBAL.gtid_executed) AS to_apply;`,
    look: 'Executed_Gtid_Set against the other one’s: what is missing. Retrieved_Gtid_Set tells what of it has arrived, and so whether the network or the SQL thread is behind.',
  },
  postgres: {
    sql: `-- on ${master}
SELECT application_name,
       pg_wal_lsn_diff(pg_current_wal_lsn(), sent_lsn)   AS to_send,
       pg_wal_lsn_diff(sent_lsn, flush_lsn)              AS to_receive,
       pg_wal_lsn_diff(flush_lsn, replay_lsn)            AS to_replay
  FROM pg_stat_replication;`,
    look: 'All in bytes of log. The largest of the three says who is slow: the sender, the way there, or replay.',
  },
})

const noData = (node: string, master: string): Pair => ({
  mysql: {
    sql: `-- on ${node}, if it answers
SHOW REPLICA STATUS\\G
SELECT service_state, last_heartbeat_timestamp, last_error_number, last_error_message
  FROM performance_schema.replication_connection_status;
SELECT service_state, last_error_number, last_error_message
  FROM performance_schema.replication_applier_status_by_worker;
-- on ${master}
SHOW REPLICAS;`,
    look: 'NULL in Seconds_Behind_Source says that a thread stands still: Replica_IO_Running, Replica_SQL_Running, and the error beside them. NULL is not 0.',
  },
  postgres: {
    sql: `-- on ${node}, if it answers
SELECT status, last_msg_receipt_time, latest_end_lsn FROM pg_stat_wal_receiver;
-- on ${master}
SELECT slot_name, active, wal_status, safe_wal_size FROM pg_replication_slots;
SELECT application_name, state, reply_time FROM pg_stat_replication;`,
    look: 'No row in pg_stat_wal_receiver: nobody receives. No row for it in pg_stat_replication: a lag query would be silent instead of alarmed. Ask how many rows there are, too.',
  },
})

const copies = (node: string): Pair => ({
  mysql: {
    sql: `-- on ${node}
SHOW REPLICAS;
SHOW GLOBAL STATUS LIKE 'Rpl_semi_sync_source_%';
SELECT @@GLOBAL.gtid_executed;
-- on each of the others, with that answer
SELECT GTID_SUBSET('<gtid_executed of ${node}>', @@GLOBAL.gtid_executed) AS has_applied_all,
       received_transaction_set
  FROM performance_schema.replication_connection_status;`,
    look: 'Rpl_semi_sync_source_clients and _status: with OFF the promise is gone, and nobody was told. Count who holds the newest transaction in its relay log.',
  },
  postgres: {
    sql: `-- on ${node}
SELECT application_name, state, sync_state,
       flush_lsn >= pg_current_wal_flush_lsn() AS has_all
  FROM pg_stat_replication
 ORDER BY sync_priority, application_name;`,
    look: 'How many rows say true. With none, the data of the last moments are on one disk only.',
  },
})
