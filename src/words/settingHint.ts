import { HINTS } from './hints.ts'
import { settingKind } from './settings.ts'
import { inTerms } from './terms.ts'

/** Why it matters: what the real thing is and what a change does. */
export const settingHint = (path: string): string => inTerms(HINTS[settingKind(path)] ?? '')
