/**
 * The rules by what they do with two versions: keep the latest, keep that of the higher priority, keep both, make one of
 * them, or take what arrives. Within a family they differ in what is compared.
 */
import type { RuleName } from '../../../engine/index.ts'

export const FAMILIES = {
  latest: ['wall-clock', 'hybrid-clock'],
  priority: ['site-priority'],
  siblings: ['version-vectors', 'dotted-version-vectors'],
  merge: ['function'],
  arrival: ['arrival'],
} as const satisfies Record<string, readonly RuleName[]>

export type Family = keyof typeof FAMILIES
export const FAMILY_NAMES = Object.keys(FAMILIES) as Family[]

export const familyOf = (rule: RuleName): Family =>
  FAMILY_NAMES.find((name) => (FAMILIES[name] as readonly RuleName[]).includes(rule)) ?? 'latest'
