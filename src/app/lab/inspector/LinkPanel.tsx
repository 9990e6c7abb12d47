/** One link: how long it takes, what it carries at this moment, why it is as it is, and its faults. */

import type { MessageFrame } from '../../../engine/index.ts'
import { inspecting, labels, linkRows, linkSentence, messageTwin, panels } from '../../../words/index.ts'
import { LinkLatency } from '../../later/masters.ts'
import { useSlice } from '../../live/useLive.ts'
import { page } from '../../page/page.ts'
import { ActionButton } from '../../parts/Button.tsx'
import { Why } from './Why.tsx'
import { whyLink } from './whyOf.ts'

/** More than this on one link nobody reads one by one. */
const MOST = 24

export function LinkPanel({ id }: { id: string }) {
  const frame = useSlice(({ frame }) => frame)
  const link = frame?.links.find((one) => one.id === id)
  if (!frame || !link) return null
  const target = { kind: 'link' as const, id }
  const under = frame.messages.filter((message) => message.link === id)
  return (
    <>
      <div className="ih">
        <h3 className="name">
          {link.a}–{link.b}
        </h3>
      </div>
      <div className="said-why mb-3">
        <span className="said">{linkSentence(link)}</span>
        <Why of={whyLink(link)} />
      </div>
      <dl className="counts">
        {linkRows(link, frame).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {frame.multiMaster?.sites[0]?.region && link.kind === 'replication' && <LinkLatency link={link} frame={frame} />}
      <h3 className="sub">{inspecting.underWayHere}</h3>
      {under.length === 0 && <p className="muted mb-3">{panels.nothingUnderWay}</p>}
      <ul className="picks" data-under-way={under.length}>
        {under.slice(0, MOST).map((message) => (
          <Item key={message.id} message={message} time={frame.time} />
        ))}
      </ul>
      {under.length > MOST && <p className="muted mb-3">{panels.andMore(under.length - MOST)}</p>}
      <section className="acts-row" aria-label={labels.actionsOn(id)}>
        <ActionButton action="cut" target={target} hide />
        <ActionButton action="stall" target={target} hide />
        <ActionButton action="heal" target={target} hide />
      </section>
    </>
  )
}

const Item = ({ message, time }: { message: MessageFrame; time: number }) => (
  <li>
    <button type="button" className="pick" onClick={() => page.select({ kind: 'message', id: `${message.id}` })}>
      {messageTwin(message, time)}
    </button>
  </li>
)
