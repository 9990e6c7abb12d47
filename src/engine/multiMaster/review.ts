/** A setting is another one now: what several masters look at again. */
import type { Kernel } from '../kernel/kernel.ts'
import { members } from '../measures/members.ts'
import type { Settings } from '../settings/index.ts'
import { tendCollector } from './collect.ts'

/** Rows keep what they are; the next meeting goes by the new rule. */
export function reviewMasters(kernel: Kernel, _before: Settings): void {
  for (const node of members(kernel.world)) tendCollector(kernel, node)
}
