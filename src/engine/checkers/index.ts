import type { Counters } from '../frame/index.ts'
import type { World } from '../world/index.ts'
import { AppliedOnce } from './appliedOnce.ts'
import { Causality } from './causality.ts'
import type { Checker } from './checker.ts'
import { Conservation } from './conservation.ts'
import { Converged } from './converged.ts'
import { FreshReads } from './freshReads.ts'
import { MonotonicReads } from './monotonicReads.ts'
import { NoLostOk } from './noLostOk.ts'
import { OkCondition } from './okCondition.ts'
import { OneMaster } from './oneMaster.ts'
import { OneWriter } from './oneWriter.ts'
import { OriginOrder } from './originOrder.ts'
import { OwnReads } from './ownReads.ts'
import { Positions } from './positions.ts'
import { Prefix } from './prefix.ts'
import { ReportedLag } from './reportedLag.ts'

/** Every checker of a run with one master. */
export function allCheckers(counters: (world: World) => Counters): Checker[] {
  return [
    new NoLostOk(),
    new OneWriter(),
    new Converged(),
    new AppliedOnce(),
    new FreshReads(),
    new OwnReads(),
    new MonotonicReads(),
    new Causality(),
    new Prefix(),
    new OriginOrder(),
    new Positions(),
    new OneMaster(),
    new Conservation(counters),
    new OkCondition(),
    new ReportedLag(),
  ]
}
