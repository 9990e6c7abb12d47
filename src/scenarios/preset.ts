import { parseRun, type Run, us } from '../run/index.ts'

type Answer = { run: Run } | { problem: string }

/** A run that the lab comes with: what stands on its card, and the moment it opens at. */
export interface Preset {
  id: string
  title: string
  /** One sentence for the card: what there is to see. */
  description: string
  pictogram: Pictogram
  readonly run: Run
  /** The run that stands beside it, on one clock; null = it stands alone. */
  readonly beside: Run | null
  /** Where to open it, in microseconds. 0 = at the beginning. */
  at: number
  /** Its first seconds from there on, as `writtenOpening` of `playback` writes them, where a page's build has put them in. */
  opening?: string
}

/** Little pictures, made of the product's own glyphs. */
export type Pictogram =
  | 'journey'
  | 'semi-sync'
  | 'lag'
  | 'slow-thread'
  | 'failover'
  | 'lost-writes'
  | 'layout'
  | 'quorum'
  | 'all'
  | 'phantom'
  | 'tiers'
  | 'silent'
  | 'returns'
  | 'rewind'
  | 'two-places'
  | 'lease'
  | 'kept'
  | 'skipped'
  | 'switchover'
  | 'stale'
  | 'own-write'
  | 'went-back'
  | 'delayed'
  | 'purged'
  | 'reseed'
  | 'heartbeat'
  | 'noticed'
  | 'votes'
  | 'no-majority'
  | 'two-masters'
  | 'fast-clock'
  | 'siblings'
  | 'merge'
  | 'swapped'
  | 'increment'
  | 'duplicate'
  | 'below-zero'
  | 'ring'
  | 'immortal'
  | 'zombie'
  | 'strategies'
  | 'global-table'
  | 'strong-table'
  | 'witness-table'

/** Presets are written like files of a reader and go through the same checks; a mistake here is a bug of ours. */
export function definePreset(card: {
  id: string
  description: string
  pictogram: Pictogram
  atMs?: number
  /** The luck of which its story tells. */
  seed?: number
  scenario: { title: string; about: string; [field: string]: unknown }
  interventions?: object[]
  /** What stands beside it. */
  beside?: (run: Run) => Answer
}): Preset {
  const { id, description, pictogram, atMs = 0, seed = 1, scenario, interventions = [], beside } = card
  let run: Run | undefined
  let twin: Run | null | undefined
  const read = (): Run => sure(parseRun({ seed, scenario: { id, ...scenario }, interventions }))
  const sure = (answer: Answer): Run => {
    if ('problem' in answer) throw new Error(`preset ${id}: ${answer.problem}`)
    return answer.run
  }
  return {
    id,
    title: scenario.title,
    description,
    pictogram,
    at: us(atMs),
    // Most are never opened.
    get run() {
      run ??= read()
      return run
    },
    get beside() {
      twin ??= beside === undefined ? null : sure(beside(this.run))
      return twin
    },
  }
}
