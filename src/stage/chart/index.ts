// The door of the state chart: a machine as it is defined, with its present state in it.
export { createChart } from './chart.ts'
