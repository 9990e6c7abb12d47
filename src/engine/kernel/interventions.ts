/** What somebody does to a run from outside. It is carried out 1 us after its time, before anything else of that instant. */
import type { Action } from '../../run/index.ts'
import type { Kernel } from './kernel.ts'

export function intervene(kernel: Kernel, action: Action): void {
  const { kit } = kernel.world
  kernel.cause = 0
  kit.intervene(kernel, action)
  kit.calls.reviewCopies(kernel)
}
