// The door of the compiler: one definition, two executors, one picture.
export { chart } from './chart.ts'
export { compile } from './compile.ts'
export { oracle } from './oracle.ts'
export { type Intent, isCancelTimer, isSetTimer, type MachineEvent, type Program } from './program.ts'
