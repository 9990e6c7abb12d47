/** What a machine hears: always an object of one shape per machine, because guards and actions read it most of all. */
import type { MachineEvent } from '../machines/compile/index.ts'
import type { Part } from '../world/index.ts'
import type { Kernel } from './kernel.ts'

/** Details of events come under these names; each is there only where its event brings it. */
interface Details {
  readonly [detail: string]: number | string | boolean | undefined
}

export type Sense = (kernel: Kernel, part: Part, event: MachineEvent & Details) => MachineEvent & object
