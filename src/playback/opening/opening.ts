/**
 * The opening of a run: its first seconds at its pace, as the engine plays them. It is written when a page is built and read
 * before the engine is there, so that nobody waits for an engine to see something happen. It says at every instant what the
 * engine says there (`opening.test.ts`), and nothing of what comes after it.
 */
import type { PackName } from '../../engine/index.ts'
import type { Run } from '../../run/index.ts'
import type { Update } from '../transport.ts'
import { filled, type Patch, patched, type Template } from './template.ts'

/** As it is written. Times in microseconds of the run. */
export interface WrittenOpening {
  /** What draws and tells the run, besides what every run has. */
  packs: PackName[]
  /** The instants that it knows: `from` <= t <= `to`. */
  from: number
  to: number
  /** The update at `from`, without the run. */
  first: Template
  /** When something is different than before, and what. */
  changes: [t: number, patch: Patch][]
}

export class Opening {
  readonly run: Run
  readonly written: Readonly<WrittenOpening>
  private template: Template
  private next = 0
  private time: number

  /** `text`: what `writtenOpening` made of this very run. */
  constructor(run: Run, text: string) {
    this.run = run
    this.written = JSON.parse(text) as WrittenOpening
    this.template = this.written.first
    this.time = this.written.from
  }

  /** The update at an instant of it, paused or playing. */
  at(t: number, playing: boolean): Update {
    const { first, changes } = this.written
    if (t < this.time) {
      this.template = first
      this.next = 0
    }
    this.time = t
    for (; (changes[this.next]?.[0] ?? Number.POSITIVE_INFINITY) <= t; this.next++)
      this.template = patched(this.template, changes[this.next]![1])
    const update = filled(this.template, t) as Update
    Object.assign(update.transport, { run: this.run, playing })
    return update
  }
}
