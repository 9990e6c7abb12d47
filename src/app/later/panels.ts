/** The inspector of each kind of participant, with the drawings that only it shows. */
export { ClientPanel } from '../lab/inspector/ClientPanel.tsx'
export { LinkPanel } from '../lab/inspector/LinkPanel.tsx'
export { MessagePanel } from '../lab/inspector/MessagePanel.tsx'
export { MonitorPanel } from '../lab/inspector/MonitorPanel.tsx'
export { NodePanel } from '../lab/inspector/NodePanel.tsx'
