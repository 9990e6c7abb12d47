/** The controls: what this run is made of, from top to bottom as a write goes through it. */
import { labels } from '../../words/index.ts'
import { ActionButton } from '../parts/Button.tsx'
import { BuildSection } from './rail/BuildSection.tsx'
import { ClocksSection } from './rail/ClocksSection.tsx'
import { CostsSection } from './rail/CostsSection.tsx'
import { FailoverSection } from './rail/FailoverSection.tsx'
import { LinksSection } from './rail/LinksSection.tsx'
import { ReplicationSection } from './rail/ReplicationSection.tsx'
import { WorkloadSection } from './rail/WorkloadSection.tsx'

export function Rail({ className }: { className: string }) {
  return (
    <aside className={className} aria-label={labels.controls} data-rail="">
      <h2 className="sr-only">{labels.controls}</h2>
      <BuildSection />
      <WorkloadSection />
      <LinksSection />
      <ReplicationSection />
      <CostsSection />
      <FailoverSection />
      <ClocksSection />
      <div className="rail-foot">
        <ActionButton action="undo" className="mini" hide />
        <ActionButton action="redo" className="mini" hide />
      </div>
    </aside>
  )
}
