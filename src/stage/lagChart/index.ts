// The door of the monitor's chart: lag along time, on the timeline's clock.
export { createLagChart } from './lagChart.ts'
export type { Handle } from './lagPicture.ts'
export { roundValue } from './scale.ts'
export { type LagMoment, lagAt } from './series.ts'
