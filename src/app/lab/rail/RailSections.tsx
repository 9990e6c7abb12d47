/** Everything in the rail, from top to bottom as a write goes through it; several masters have other sections. */
import {
  ClockSkewSection,
  ConflictRuleSection,
  MastersReplication,
  NoFailover,
  RegionsSection,
} from '../../later/masters.ts'
import { useSlice } from '../../live/useLive.ts'
import { ActionButton } from '../../parts/Button.tsx'
import { BuildSection } from './BuildSection.tsx'
import { ClocksSection } from './ClocksSection.tsx'
import { CostsSection } from './CostsSection.tsx'
import { FailoverSection } from './FailoverSection.tsx'
import { LagSection } from './LagSection.tsx'
import { LinksSection } from './LinksSection.tsx'
import { ReplicationSection } from './ReplicationSection.tsx'
import { WorkloadSection } from './WorkloadSection.tsx'

export function RailSections() {
  const several = useSlice(({ frame }) => frame.multiMaster !== null) ?? false
  const regions = useSlice(({ transport }) => transport.run.scenario.regions.kind !== 'none') ?? false
  return (
    <>
      <BuildSection />
      <WorkloadSection />
      <LinksSection />
      {several ? regions ? <OfRegions /> : <OfSeveral /> : <OfOne />}
      <div className="rail-foot">
        <ActionButton action="undo" className="mini" hide />
        <ActionButton action="redo" className="mini" hide />
      </div>
    </>
  )
}

function OfOne() {
  return (
    <>
      <ReplicationSection />
      <CostsSection />
      <FailoverSection />
      <LagSection />
      <ClocksSection />
    </>
  )
}

/** Nobody is promoted and nobody waits: the two sections that say so have little in them. */
function OfSeveral() {
  return (
    <>
      <MastersReplication />
      <CostsSection />
      <ConflictRuleSection />
      <ClockSkewSection />
      <NoFailover />
    </>
  )
}

/** How they copy and what becomes of conflicts is fixed with the kind of the table. */
function OfRegions() {
  return (
    <>
      <RegionsSection />
      <CostsSection />
      <ClockSkewSection />
    </>
  )
}
