// What the lanes of a timeline show, as plain data. The playback derives it from facts; the shape is repeated
// here because the stage draws and does not play, and TypeScript holds the two equal where the app joins them.
// Times are integer microseconds of virtual time.

export interface Timeline {
  from: number
  to: number
  /** The furthest instant played; beyond it nothing has been run yet. */
  playedTo: number
  lanes: Lane[]
}

export interface Lane {
  /** A node id, `clients`, `monitor` or `agree`. */
  id: string
  spans: Span[]
  marks: Mark[]
  /** Of one of several masters: its place. */
  origin?: number
}

/** A stretch of a lane: how it is lined says what its owner was. */
export interface Span {
  from: number
  to: number
  is:
    | 'master'
    | 'read-only'
    | 'slave'
    | 'promoting'
    | 'down'
    | 'fenced'
    | 'rewinding'
    | 'answered'
    | 'no-answer'
    | 'watching'
    | 'stalled'
    | 'cut'
    /** Several masters: all have the same data, or not. */
    | 'agree'
    | 'differ'
}

/** Something that happened on a lane. `count` of them at once; `fact` is the id of the (first) fact. */
export interface Mark {
  t: number
  is:
    | 'write'
    | 'ack'
    | 'timeout'
    | 'death'
    | 'lost'
    | 'chosen'
    | 'applied'
    | 'probe'
    | 'probe-missed'
    | 'restart'
    | 'fault'
    | 'healed'
    | 'fenced'
    | 'setting'
    | 'phantom'
    | 'blocked'
    | 'joined'
    | 'left'
    /** Several masters: an entry was written or applied here; and two writes met. */
    | 'entry'
    | 'conflict'
  count: number
  fact: number
  /** Of an entry: the place of the master that wrote it. */
  origin?: number
}
