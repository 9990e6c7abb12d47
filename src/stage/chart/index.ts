// The door of the state chart: a machine as it is defined, with its present state in it.
export { type ChartDrawing, type ChartEvents, createChart } from './chart.ts'
export type { ChartView } from './chartPicture.ts'
