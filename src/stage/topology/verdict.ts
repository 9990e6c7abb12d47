import type { ReadVersions } from '../../engine/index.ts'
import { hue } from '../glyphs/index.ts'

/** The colour of what is wrong about an answer: old is a warning; missing, or older than before, breaks what people rely on. */
export const verdictHue = (verdict: ReadVersions['verdict']): string =>
  verdict === 'fresh' ? hue.ink : verdict === 'stale' ? hue.warn : hue.crit
