/** Everything in the rail, from top to bottom as a write goes through it. */
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
  return (
    <>
      <BuildSection />
      <WorkloadSection />
      <LinksSection />
      <ReplicationSection />
      <CostsSection />
      <FailoverSection />
      <LagSection />
      <ClocksSection />
      <div className="rail-foot">
        <ActionButton action="undo" className="mini" hide />
        <ActionButton action="redo" className="mini" hide />
      </div>
    </>
  )
}
