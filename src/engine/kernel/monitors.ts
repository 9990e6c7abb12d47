/** Which monitor somebody means: by its id, by whose part it is, or the one that leads. */
import type { Monitor, Part, World } from '../world/index.ts'
import type { Kernel } from './kernel.ts'

export const monitorNamed = ({ monitors }: World, id: string): Monitor => monitors.find((one) => one.id === id)!

/** Where it decides. */
export const managerOf = (kernel: Kernel, { id }: Monitor = kernel.world.monitor): Part =>
  kernel.part(`${id}/failoverManager`)!
