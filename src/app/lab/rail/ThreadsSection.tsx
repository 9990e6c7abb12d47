/** What work costs on the slaves, and their two threads. */

import { labels, threadsSum } from '../../../words/index.ts'
import { useSlice } from '../../live/useLive.ts'
import { ActionButton } from '../../parts/Button.tsx'
import { Section } from '../Section.tsx'
import { SettingRow } from '../SettingRow.tsx'

export function ThreadsSection() {
  const nodes = useSlice(({ frame }) => frame.nodes) ?? []
  const sum = useSlice(({ frame }) => threadsSum(frame)) ?? ''
  return (
    <Section id="threads" title={labels.threads} sum={sum}>
      {nodes
        .filter(({ receiver, applier }) => receiver.state !== 'absent' || applier.state !== 'absent')
        .map(({ id }) => {
          const target = { kind: 'node' as const, id }
          return (
            <div key={id} className="grid gap-[6px]">
              <b className="mono">{id}</b>
              <SettingRow path={`nodes.${id}.applyMs`} />
              <div className="flex gap-1">
                <ActionButton action="stop-receiver" target={target} className="mini" hide />
                <ActionButton action="start-receiver" target={target} className="mini" hide />
                <ActionButton action="stop-applier" target={target} className="mini" hide />
                <ActionButton action="start-applier" target={target} className="mini" hide />
              </div>
            </div>
          )
        })}
    </Section>
  )
}
