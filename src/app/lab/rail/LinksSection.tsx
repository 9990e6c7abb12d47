/** The network: what holds for all links between nodes, then each link by itself. */

import { labels, linksSum, rail, settingName } from '../../../words/index.ts'
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
  // Where every pair has a value of its own, the common one would be a control without effect.
  const own =
    useSlice(({ frame: { links, settings } }) =>
      COMMON.filter((name) => {
        const pairs = links.filter(({ kind }) => kind === 'replication')
        return pairs.length > 0 && pairs.every(({ id }) => settings[`network.links.${id}.${name}`] !== undefined)
      }),
    ) ?? []
  const common = COMMON.filter((name) => !own.includes(name))
  return (
    <Section id="links" title={labels.links} sum={sum}>
      <h3>{rail.allLinks}</h3>
      {common.map((name) => (
        <SettingRow key={name} path={`network.${name}`} />
      ))}
      {common.length < COMMON.length && (
        <p className="aside">{rail.ownEach(own.map((name) => settingName(`network.${name}`)))}</p>
      )}
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
