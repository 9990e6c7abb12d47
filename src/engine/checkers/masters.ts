import type { Counters } from '../frame/index.ts'
import type { World } from '../world/index.ts'
import { Causality } from './causality.ts'
import type { Checker } from './checker.ts'
import { mastersConservation } from './mastersConservation.ts'
import { MastersConverged } from './mastersConverged.ts'
import { MastersOnce, MastersOrder } from './mastersOrder.ts'
import { HybridClocks, Siblings } from './mastersVersions.ts'

/** Every checker of a run with several masters, where most of what one history promises has no meaning. */
export const mastersCheckers = (counters: (world: World) => Counters): Checker[] => [
  new MastersConverged(),
  new MastersOnce(),
  new Causality(),
  new MastersOrder(),
  mastersConservation(counters),
  new HybridClocks(),
  new Siblings(),
]
