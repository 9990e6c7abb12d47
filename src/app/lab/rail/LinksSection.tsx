/** The network: what holds for all links between nodes, then each link by itself. */

import type { Frame } from '../../../engine/index.ts'
import { labels, linksSum, mastering, rail, settingName } from '../../../words/index.ts'
import { useSlice } from '../../live/useLive.ts'
import { ActionButton } from '../../parts/Button.tsx'
import { Fold, Section } from '../Section.tsx'
import { SettingRow } from '../SettingRow.tsx'
import { LinkFold } from './LinkFold.tsx'

/** What every link between two nodes has, in the common settings and in its own. */
const COMMON = ['oneWayMs', 'jitterMs', 'kilobytesPerSecond', 'lossPercent']

/** The links between nodes over which a slave copies, or all the others: nine nodes have 36 pairs. */
function between({ links, nodes }: Frame, used: boolean): string[] {
  const upstream = new Map(nodes.map((node) => [node.id, node.upstream]))
  return links
    .filter(({ kind, a, b, connected, state }) => {
      const copies = connected || state !== 'up' || upstream.get(a) === b || upstream.get(b) === a
      return kind === 'replication' && copies === used
    })
    .map(({ id }) => id)
}

export function LinksSection() {
  const sum = useSlice(({ frame }) => linksSum(frame)) ?? ''
  const used = useSlice(({ frame }) => between(frame, true)) ?? []
  const idle = useSlice(({ frame }) => between(frame, false)) ?? []
  const others = useSlice(({ frame }) => frame.links.filter((l) => l.kind !== 'replication').map(({ id }) => id)) ?? []
  // Where every pair has a value of its own, the common one would be a control without effect.
  const own =
    useSlice(({ frame: { links, settings } }) =>
      COMMON.filter((name) => {
        const pairs = links.filter(({ kind }) => kind === 'replication')
        return pairs.length > 0 && pairs.every(({ id }) => settings[`network.links.${id}.${name}`] !== undefined)
      }),
    ) ?? []
  const watched = useSlice(({ frame }) => frame.multiMaster === null) ?? true
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
      <DataCenters />
      <h3>{rail.betweenNodes}</h3>
      {used.map((id) => (
        <LinkFold key={id} id={id} settings={COMMON} />
      ))}
      {idle.length > 0 && (
        <Fold id="links/idle" title={rail.idleLinks} sum={`${idle.length}`}>
          {idle.map((id) => (
            <LinkFold key={id} id={id} settings={COMMON} />
          ))}
        </Fold>
      )}
      <Fold id="links/others" title={watched ? rail.otherLinks : mastering.toClients} sum="">
        <SettingRow path="network.clientOneWayMs" />
        {watched && <SettingRow path="network.monitorOneWayMs" />}
        {others.map((id) => (
          <LinkFold key={id} id={id} settings={[]} />
        ))}
      </Fold>
    </Section>
  )
}

/** Which nodes stand together, how far apart the places are, and a fault for all the links of one at once. */
function DataCenters() {
  const places = useSlice(({ frame }) => frame.dataCenters.map(({ id }) => id)) ?? []
  if (places.length === 0) return null
  return (
    <>
      <h3>{rail.dataCenters}</h3>
      <SettingRow path="network.farOneWayMs" />
      <div className="tree-more">
        {places.map((id) => (
          <ActionButton key={id} action="cut-data-center" choice={id} className="mini" hide />
        ))}
        {places.map((id) => (
          <ActionButton key={id} action="heal-data-center" choice={id} className="mini" hide />
        ))}
      </div>
    </>
  )
}
