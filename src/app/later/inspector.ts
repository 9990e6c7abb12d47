/** The inspector of each kind of participant, in one piece. */
import { later } from './later.tsx'
import { onDemand } from './onDemand.ts'

const panels = onDemand(() => import('./panels.ts'))
export const ClientPanel = later(panels, (m) => m.ClientPanel)
export const LinkPanel = later(panels, (m) => m.LinkPanel)
export const MessagePanel = later(panels, (m) => m.MessagePanel)
export const MonitorPanel = later(panels, (m) => m.MonitorPanel)
export const NodePanel = later(panels, (m) => m.NodePanel)
