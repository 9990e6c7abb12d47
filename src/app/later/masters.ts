/** What only runs with several masters show, in one piece: the conflict's card, a master's data, their controls. */
import { later } from './later.tsx'
import { onDemand } from './onDemand.ts'

const masters = onDemand(() => import('./mastersParts.ts'))
export const ClockSkewSection = later(masters, (m) => m.ClockSkewSection)
export const ConflictPanel = later(masters, (m) => m.ConflictPanel)
export const ConflictRuleSection = later(masters, (m) => m.ConflictRuleSection)
export const MastersReplication = later(masters, (m) => m.MastersReplication)
export const MastersStart = later(masters, (m) => m.MastersStart)
export const MastersText = later(masters, (m) => m.MastersText)
export const NoFailover = later(masters, (m) => m.NoFailover)
export const LinkLatency = later(masters, (m) => m.LinkLatency)
export const RegionsSection = later(masters, (m) => m.RegionsSection)
export const SitePart = later(masters, (m) => m.SitePart)
export const WriteByHand = later(masters, (m) => m.WriteByHand)
export const WriteVectors = later(masters, (m) => m.WriteVectors)
