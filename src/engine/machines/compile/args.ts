// What a guard, an assign or a delay may look at: the context and the event. XState also hands out the live actor,
// its system and `spawn`; nothing of that exists here, and a definition that reaches for it should hear so at once.
import type { MachineEvent } from './program.ts'

/** A function of a definition that looks at context and event, and at the params of where it stands. */
export type Look = (args: Args, params?: unknown) => unknown

/** One per program, refilled at every step, so that a step allocates none. */
export class Args {
  context: object = {}
  event: MachineEvent = { type: '' }
  private readonly machine: string

  constructor(machine: string) {
    this.machine = machine
  }

  get self(): never {
    return this.absent('self')
  }

  get system(): never {
    return this.absent('system')
  }

  get spawn(): never {
    return this.absent('spawn')
  }

  private absent(name: string): never {
    throw new Error(`machine "${this.machine}": ${name} is not supported.`)
  }
}
