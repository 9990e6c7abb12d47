/** A master among others, below its log: its clocks, what it has applied of everybody, its channels and its rows. */
import type { Frame, SiteFrame } from '../../../engine/index.ts'
import { clockFace, conflictWords, hybridFace, masterWords, offsetWords, siteOf, whole } from '../../../words/index.ts'
import { RegionPart } from '../regions/RegionPart.tsx'
import { Channels } from './Channels.tsx'
import { SiteRows } from './SiteRows.tsx'
import { Vector } from './Vector.tsx'

export function SitePart({ id, frame }: { id: string; frame: Frame }) {
  const site = siteOf(frame, id)
  if (!site) return null
  if (site.region) return <RegionPart site={site} region={site.region} frame={frame} />
  return (
    <>
      <Clocks site={site} frame={frame} />
      <Channels site={site} frame={frame} />
      <SiteRows site={site} frame={frame} />
    </>
  )
}

const PLACES = 3

function Clocks({ site, frame }: { site: SiteFrame; frame: Frame }) {
  const { clock, hybrid, vector, priority } = site
  const origins = vector.map(({ origin }) => origin)
  const rows = [
    [conflictWords.wall, clockFace(clock.wallUs, PLACES)],
    [conflictWords.offset, offsetWords(clock.offsetUs)],
    [conflictWords.drift, clock.driftPpm === 0 ? conflictWords.noDrift : masterWords.drift(clock.driftPpm)],
    [conflictWords.hybrid, hybridFace(hybrid, PLACES)],
    ...(frame.multiMaster?.rule === 'site-priority' ? [[conflictWords.priority, whole(priority)] as const] : []),
  ] as const
  return (
    <>
      <h3 className="sub">{conflictWords.clocks}</h3>
      <dl className="counts" data-site={site.node}>
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        <div>
          <dt>{conflictWords.seen}</dt>
          <dd>
            <Vector vector={vector} origins={origins} frame={frame} />
          </dd>
        </div>
      </dl>
    </>
  )
}
