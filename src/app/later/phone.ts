/** The lab's layout on a narrow screen; wide ones never see it. */
import { later } from './later.tsx'
import { onDemand } from './onDemand.ts'

export const Phone = later(
  onDemand(() => import('../lab/Phone.tsx')),
  (m) => m.Phone,
)
