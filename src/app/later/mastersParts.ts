/** The parts of several masters, with their style sheet. */
import '../style/masters.css'

export { ClockSkewSection } from '../lab/masters/ClockSkewSection.tsx'
export { ConflictPanel } from '../lab/masters/ConflictPanel.tsx'
export { ConflictRuleSection } from '../lab/masters/ConflictRuleSection.tsx'
export { MastersReplication } from '../lab/masters/MastersReplication.tsx'
export { MastersStart } from '../lab/masters/MastersStart.tsx'
export { MastersText } from '../lab/masters/MastersText.tsx'
export { NoFailover } from '../lab/masters/NoFailover.tsx'
export { SitePart } from '../lab/masters/SitePart.tsx'
export { WriteByHand } from '../lab/masters/WriteByHand.tsx'
export { LinkLatency } from '../lab/regions/LinkLatency.tsx'
export { RegionsSection } from '../lab/regions/RegionsSection.tsx'
