/** The network: what holds for all links between nodes, then each link by itself. */

import { labels, linksSum, rail } from '../../../words/index.ts'
import { useSlice } from '../../live/useLive.ts'
import { Fold, Section } from '../Section.tsx'
import { SettingRow } from '../SettingRow.tsx'
import { LinkFold } from './LinkFold.tsx'

/** What every link between two nodes has, in the common settings and in its own. */
const COMMON = ['oneWayMs', 'jitterMs', 'kilobytesPerSecond', 'lossPercent']

export function LinksSection() {
  const sum = useSlice(({ frame }) => linksSum(frame)) ?? ''
  const between = useSlice(({ frame }) => frame.links.filter((l) => l.kind === 'replication').map(({ id }) => id)) ?? []
  const others = useSlice(({ frame }) => frame.links.filter((l) => l.kind !== 'replication').map(({ id }) => id)) ?? []
  return (
    <Section id="links" title={labels.links} sum={sum}>
      <h3>{rail.allLinks}</h3>
      {COMMON.map((name) => (
        <SettingRow key={name} path={`network.${name}`} />
      ))}
      <h3>{rail.betweenNodes}</h3>
      {between.map((id) => (
        <LinkFold key={id} id={id} settings={COMMON} />
      ))}
      <Fold id="links/others" title={rail.otherLinks} sum="">
        <SettingRow path="network.clientOneWayMs" />
        <SettingRow path="network.monitorOneWayMs" />
        {others.map((id) => (
          <LinkFold key={id} id={id} settings={[]} />
        ))}
      </Fold>
    </Section>
  )
}
