// The door of the compiler: one definition, two executors, one picture, and what a step costs.
export { chart } from './chart.ts'
export { compile, type ProgramOf } from './compile.ts'
export { measureMachineStep, type StepCost } from './measure.ts'
export { oracle } from './oracle.ts'
export {
  type Act,
  type CancelTimer,
  type Intent,
  isCancelTimer,
  isSetTimer,
  type MachineEvent,
  type Program,
  type SetTimer,
  type Step,
} from './program.ts'
