/** What opens over the page, in one piece: small things that would each cost a request. */

export { ActionsMenu } from '../lab/ActionsMenu.tsx'
export { BranchesPanel } from '../lab/branches/BranchesPanel.tsx'
export { Compare } from '../lab/branches/Compare.tsx'
export { ClockPanel } from '../lab/ClockPanel.tsx'
export { ScenarioMenu } from '../lab/ScenarioMenu.tsx'
export { TextDetails } from '../lab/text/TextDetails.tsx'
export { TextRest } from '../lab/text/TextRest.tsx'
export { HelpSheet } from '../parts/HelpSheet.tsx'
export { SettingsPanel } from '../parts/SettingsPanel.tsx'
export { ShareMenu } from '../share/ShareMenu.tsx'
