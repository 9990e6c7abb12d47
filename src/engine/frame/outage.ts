/**
 * An outage as a bar split into its phases: the sum is what users felt, and each part has a setting of its own that would
 * make it shorter.
 */

/** How long nobody could write, and what the time went on: phases follow one another without gaps. */
export interface Outage {
  /** When service was lost, and when all clients had it again; null = not yet. */
  from: number
  to: number | null
  /** `unreachable`: the master lived, and the monitor gave it up. `lease`: it stopped by itself. */
  reason: 'killed' | 'unreachable' | 'lease' | 'switchover' | 'by-hand'
  phases: {
    name: 'detect' | 'confirm' | 'fence' | 'choose' | 'drain' | 'promote' | 'repoint' | 'reroute'
    from: number
    to: number | null
  }[]
  /** Writes told OK that are gone since. */
  lost: number
  /** Clients that saw ERROR or UNKNOWN, or waited over a second. */
  noticed: number
}
