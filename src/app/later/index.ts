/** The parts that come later, under their own names: used like any component. */
import { later } from './later.tsx'
import { onDemand } from './onDemand.ts'

const overlays = onDemand(() => import('./overlays.ts'))
export const ActionsMenu = later(overlays, (m) => m.ActionsMenu)
export const BranchesPanel = later(overlays, (m) => m.BranchesPanel)
export const ClockPanel = later(overlays, (m) => m.ClockPanel)
export const Compare = later(overlays, (m) => m.Compare)
export const HelpSheet = later(overlays, (m) => m.HelpSheet)
export const ScenarioMenu = later(overlays, (m) => m.ScenarioMenu)
export const SettingsPanel = later(overlays, (m) => m.SettingsPanel)
export const ShareMenu = later(overlays, (m) => m.ShareMenu)
export const TextDetails = later(overlays, (m) => m.TextDetails)
export const TextRest = later(overlays, (m) => m.TextRest)
