/**
 * The two versions of a conflict by every rule, side by side: what each rule would have made of these two at the master
 * that had the one and at the master that had the other.
 */
import type { RuleName, VersionFrame } from './multiMaster.ts'

export interface RulingFrame {
  rule: RuleName
  /** Rule `arrival`: what an entry carries; else null. */
  ship: 'row' | 'statement' | null
  /** Where `here` of the conflict stood when `there` came, and the other way round. */
  ends: [EndFrame, EndFrame]
  /** A comparison of the two tables finds nothing, and no applier stands still. */
  agree: boolean
  /** Those of the two that would stand nowhere. */
  discarded: VersionFrame[]
  /** Rule `function`: what it or its result was refused for; then the later version stands. */
  error: string | null
}

interface EndFrame {
  /** What a reader gets: one value, several (siblings), or none, where the row is deleted. JSON. */
  values: string[]
  /** 1062, 1032: what came could not be carried out, and the applier stops. */
  code: 0 | 1062 | 1032
}
