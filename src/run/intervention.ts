/**
 * What somebody does to a run from outside. An intervention at t acts after instant t: everything that
 * happens at t happens first, and its own effects come at t + 0.001 ms at the earliest.
 */
export type Intervention = { atMs: number } & Action

export type Action =
  /** Host crash: the log on disk survives, what its links carry is lost, peers see the reset at once. */
  | { do: 'kill'; node: string }
  | { do: 'restart'; node: string }
  /** Connections between the two are reset; what is in flight is dropped. */
  | { do: 'cut'; between: [string, string] }
  /** Bytes are held with the connections up: a silent partition. */
  | { do: 'stall'; between: [string, string] }
  | { do: 'heal'; between: [string, string] }
  | { do: 'stop-receiver'; node: string }
  | { do: 'start-receiver'; node: string }
  | { do: 'stop-applier'; node: string }
  | { do: 'start-applier'; node: string }
  /** Answers a monitor that waits for a choice by hand. */
  | { do: 'promote'; node: string }
  /** One write by hand, whatever the client's own rhythm. */
  | { do: 'write'; client: string }
  /** Changes a setting while running. `path` as in `failover.misses`, `nodes.db2.applyMs`, `clients.c1.thinkMs`. */
  | { do: 'set'; path: string; value: number | string }
