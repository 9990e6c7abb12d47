/** The lag monitor: its chart, its alerts and what to ask about them. Nobody needs it for the first picture. */
import { later } from './later.tsx'
import { onDemand } from './onDemand.ts'

export const LagPane = later(
  onDemand(() => import('../lab/monitor/LagPane.tsx')),
  (m) => m.LagPane,
)
