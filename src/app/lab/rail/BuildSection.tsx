/** Who is there, and who copies from whom: a small tree in which nodes come, go, die and move. */

import { labels, mastersSum, regionLabels, topologySum } from '../../../words/index.ts'
import { masterOf } from '../../actions/participants.ts'
import { MastersStart } from '../../later/masters.ts'
import { useSlice } from '../../live/useLive.ts'
import { usePage } from '../../page/page.ts'
import { ActionButton } from '../../parts/Button.tsx'
import { StrategyButton } from '../branches/StrategyButton.tsx'
import { Section } from '../Section.tsx'
import { StartWith } from './StartWith.tsx'
import { TopologyTree } from './TopologyTree.tsx'

export function BuildSection() {
  const several = useSlice(({ frame }) => frame.multiMaster !== null) ?? false
  const regions = useSlice(({ transport }) => transport.run.scenario.regions.kind !== 'none') ?? false
  const sum = useSlice(({ frame }) => (frame.multiMaster ? mastersSum(frame) : topologySum(frame.nodes))) ?? ''
  return (
    <Section id="build" title={labels.build} sum={sum}>
      <MastersStart />
      {!several && <StartWith />}
      <TopologyTree />
      {!several && <AddSlave />}
      {regions ? <p className="aside">{regionLabels.noTwin}</p> : <StrategyButton className="mini wide" />}
    </Section>
  )
}

/** Under the selected node, or the master; its words say which. */
function AddSlave() {
  const selected = usePage(({ selection }) => (selection?.kind === 'node' ? selection.id : null))
  const master = useSlice(({ frame }) => masterOf(frame)?.id ?? null)
  const id = selected ?? master
  const target = id !== null && ({ target: { kind: 'node', id } } as const)
  return (
    <>
      <ActionButton action="add-slave" className="mini wide" {...target} />
      <ActionButton action="seed-slave" className="mini wide" {...target} hide />
    </>
  )
}
