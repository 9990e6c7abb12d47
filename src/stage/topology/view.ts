/**
 * What only the looking changes: selection, camera, cards moved by hand. Nothing here is part of a run, and nothing in
 * a run is here: a picture is a function of (frame, time, view).
 */
export interface StageView {
  /** Id of the selected node, client, link (`a~b`), message (its number in digits) or monitor. */
  selected: string | null
  /** Id of the participant that has keyboard focus in the text view: its twin here wears the ring. */
  focused?: string | null
  /** Top left corner of cards, centre of clients and monitors, in stage units, where a hand has put them. */
  moved: Readonly<Record<string, Point>>
  /** Camera on top of "everything fits"; null is that. `k` is the factor, x and y are device pixels. */
  zoom: Camera | null
  /** No travel and no drawing: the same final pictures. */
  reducedMotion: boolean
  layout: LayoutKind
  /** Stacked cards, and room for their clients on the left of them. */
  aside?: boolean
  /** Say under the lost writes why they were lost. */
  lostNote: boolean
  /** Database microseconds per wall second right now; flights too short to see at this rate become pulses. */
  usPerSecond: number
  /** Factor of every stroke; 1 when absent. A projector wants `PROJECTOR_WEIGHT`, and then none is under 2 units. */
  weight?: number
  /** Ids to point out (participants, links, messages): what a chain of causes has touched. Nothing else fades. */
  highlight?: readonly string[]
  /** Ids of participants and links that nobody looks at now: their lines and fills are dimmed, their words are not. */
  dim?: readonly string[]
  /** Ids of participants that are not the same on the branch beside. */
  differs?: readonly string[]
  /** What is left out: rows of a slave's card (`relay`, `data`, `gauge`), and what would be lost now (`at-risk`). */
  without?: readonly string[]
}

/** Strokes of the projector theme against the others (DESIGN 1). */
export const PROJECTOR_WEIGHT = 1.4

export interface Point {
  readonly x: number
  readonly y: number
}

export interface Camera {
  readonly k: number
  readonly x: number
  readonly y: number
}

/** `wide`: the lab. `hero`: the home page. `stacked`: a phone, cards in order of succession. */
export type LayoutKind = 'wide' | 'stacked' | 'hero'
