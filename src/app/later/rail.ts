/** What stands in the rail of the lab: the home page has none, and the lab's first picture does not wait for it. */
import { later } from './later.tsx'
import { onDemand } from './onDemand.ts'

export const RailSections = later(
  onDemand(() => import('../lab/rail/RailSections.tsx')),
  (m) => m.RailSections,
)
