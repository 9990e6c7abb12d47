import type { Intervention } from './intervention.ts'
import type { Scenario } from './scenario.ts'

/** The rules that a run was made under. Same model, same run: same digest. */
export const MODEL = 5

/** The value that everything else is a use of. */
export interface Run {
  model: number
  /** 0 .. 2^32 - 1; every chance in the run is drawn from it. */
  seed: number
  scenario: Scenario
  /** Ordered by `atMs`; equal times act in list order. */
  interventions: Intervention[]
}
