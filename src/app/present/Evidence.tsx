/** What is read beside the picture in some steps: writes with their vectors, or what the run has been worth so far. */
import type { Playing, Step } from '../../lessons/index.ts'
import { WriteVectors } from '../later/masters.ts'
import { Figures } from '../learn/Figures.tsx'

export function Evidence({ step: { vectors, figures }, phase }: { step: Step; phase: Playing['phase'] }) {
  if (!vectors && !(figures && phase !== 'ask')) return null
  const asked = phase !== 'do' && phase !== 'open'
  return (
    <aside className="pt-evidence">
      {vectors && <WriteVectors pair={vectors === 'all' ? [] : vectors} asked={asked} />}
      {figures && !vectors && <Figures />}
    </aside>
  )
}
