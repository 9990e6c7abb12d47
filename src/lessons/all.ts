/** Every walkthrough, in one piece: the recommended path first, then public incidents. */
import type { Walkthrough } from './walkthrough.ts'
import { failover } from './walkthroughs/failover.ts'
import { github2018 } from './walkthroughs/github-2018.ts'
import { gitlab2017 } from './walkthroughs/gitlab-2017.ts'
import { lagLies } from './walkthroughs/lag-lies.ts'
import { okTooEarly } from './walkthroughs/ok-too-early.ts'
import { oneWrite } from './walkthroughs/one-write.ts'
import { splitBrain } from './walkthroughs/split-brain.ts'
import { timeoutTrap } from './walkthroughs/timeout-trap.ts'
import { twoMasters } from './walkthroughs/two-masters.ts'
import { twoRegions } from './walkthroughs/two-regions.ts'
import { vectorsTell } from './walkthroughs/vectors-tell.ts'

export const everyWalkthrough: readonly Walkthrough[] = [
  oneWrite,
  okTooEarly,
  failover,
  timeoutTrap,
  lagLies,
  splitBrain,
  twoMasters,
  vectorsTell,
  twoRegions,
  github2018,
  gitlab2017,
]
