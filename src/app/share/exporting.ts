/** Everything that leaves the lab as something else than a run: pictures and events. */
export { exportCsv, exportShiviz } from './events.ts'
export { exportPng, exportSvg } from './picture.ts'
