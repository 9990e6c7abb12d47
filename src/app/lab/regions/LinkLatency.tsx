/** On the link between two regions: how late the items are that come over it, each way. */
import type { Frame, LinkFrame } from '../../../engine/index.ts'
import { linkLatencies } from '../../../words/index.ts'

export function LinkLatency({ link, frame }: { link: LinkFrame; frame: Frame }) {
  return (
    <dl className="counts" data-link-latency={link.id}>
      {linkLatencies(link, frame).map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
