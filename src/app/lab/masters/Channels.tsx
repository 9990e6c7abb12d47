/** Whom it copies from: how far, and where a channel stands still at an error, what there is to do. */
import type { Frame, SiteFrame } from '../../../engine/index.ts'
import { conflictWords, entryTag, panels, whole } from '../../../words/index.ts'
import { ActionButton } from '../../parts/Button.tsx'
import { ColumnNames } from '../../parts/ScrollTable.tsx'
import { WhyButton } from '../../parts/WhyButton.tsx'

type Channel = SiteFrame['channels'][number]

export function Channels({ site, frame }: { site: SiteFrame; frame: Frame }) {
  return (
    <div className="mb-4" data-channels={site.node}>
      <h3 className="sub">{conflictWords.channels}</h3>
      {site.channels.length === 0 ? (
        <p className="muted">{conflictWords.noChannels}</p>
      ) : (
        <table className="channels" aria-label={conflictWords.channels}>
          <ColumnNames of={conflictWords.channelColumns} />
          <tbody>
            {site.channels.map(({ from, received, applied }) => (
              <tr key={from} data-channel={from}>
                <th scope="row">{from}</th>
                <td>{whole(received)}</td>
                <td>{whole(applied)}</td>
                <td>{whole(received - applied)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {site.channels.map((channel) => (
        <Stopped key={channel.from} node={site.node} channel={channel} frame={frame} />
      ))}
    </div>
  )
}

function Stopped({ node, channel: { from, error }, frame }: { node: string; channel: Channel; frame: Frame }) {
  if (error === null) return null
  const target = { kind: 'node' as const, id: node }
  return (
    <div className="stopped" data-error={error.code}>
      <p className="said-why">
        <span className="said text-crit">
          {conflictWords.stoppedHere(error.code, error.key, entryTag(error.entry, frame))}
        </span>
        <WhyButton about={`${panels.about.applier(node)}, ${from}`} kinds={['applier-failed']} at={node} peer={from} />
      </p>
      <ActionButton action="skip-entry" target={target} choice={from} className="mini" hide />
    </div>
  )
}
