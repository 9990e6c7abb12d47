/** What work takes: a write on the master, an entry on each slave; and the two threads that do it there. */

import { mastering, rail, threadsSum } from '../../../words/index.ts'
import { useSlice } from '../../live/useLive.ts'
import { ActionButton } from '../../parts/Button.tsx'
import { Section } from '../Section.tsx'
import { SettingRow } from '../SettingRow.tsx'
import { Rest } from './Rest.tsx'

const ON_MASTER = ['costs.executeMs', 'costs.binlogWriteMs', 'costs.flushMs', 'costs.commitMs']
const COPIES = ['costs.dataMegabytes', 'costs.copyKilobytesPerSecond']
const REST = ['costs.entryBytes', 'costs.restartMs']
const THREADS = ['stop-receiver', 'start-receiver', 'stop-applier', 'start-applier', 'lock-rows', 'unlock-rows']

export function CostsSection() {
  const sum = useSlice(({ frame }) => threadsSum(frame)) ?? ''
  const copying =
    useSlice(({ frame }) =>
      frame.nodes
        .filter(({ receiver, applier }) => receiver.state !== 'absent' || applier.state !== 'absent')
        .map(({ id }) => id),
    ) ?? []
  const several = useSlice(({ frame }) => frame.multiMaster !== null) ?? false
  return (
    <Section id="threads" title={rail.costs} sum={sum}>
      <h3>{several ? mastering.applying : rail.onSlaves}</h3>
      <SettingRow path="costs.applyMs" />
      <SettingRow path="costs.relayFlushMs" />
      {copying.map((id) => (
        <Slave key={id} id={id} several={several} />
      ))}
      <Rest id="costs/master" title={several ? mastering.writing : rail.onMaster} paths={ON_MASTER} />
      <Rest id="costs/copies" title={rail.copies} paths={COPIES} />
      <Rest id="costs/more" paths={REST} />
    </Section>
  )
}

function Slave({ id, several }: { id: string; several: boolean }) {
  const target = { kind: 'node' as const, id }
  return (
    <div className="one" data-costs={id}>
      <SettingRow path={`nodes.${id}.applyMs`} name={rail.onNode(id)} />
      {!several && <SettingRow path={`nodes.${id}.delayMs`} name={rail.delayOf(id)} />}
      <div className="tree-more">
        {THREADS.map((action) => (
          <ActionButton key={action} action={action} target={target} className="mini" hide />
        ))}
      </div>
    </div>
  )
}
