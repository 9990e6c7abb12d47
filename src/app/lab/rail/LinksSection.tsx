/** The network between the nodes: how long it takes, and each link that can be cut, stalled or healed. */

import type { LinkFrame } from '../../../engine/index.ts'
import { exactMs, labels, linkStateWord, linksSum } from '../../../words/index.ts'
import { useSlice } from '../../live/useLive.ts'
import { page } from '../../page/page.ts'
import { ActionButton } from '../../parts/Button.tsx'
import { Section } from '../Section.tsx'
import { SettingRow } from '../SettingRow.tsx'

export function LinksSection() {
  const commonUs = useSlice(({ frame }) => Number(frame.settings['network.oneWayMs'] ?? 0) * 1000) ?? 0
  const links = useSlice(({ frame }) => frame.links) ?? []
  // Where every pair has a distance of its own, the common one would be a control without effect.
  const common = links.some(({ kind, oneWayUs }) => kind === 'replication' && oneWayUs === commonUs)
  const sum = useSlice(({ frame }) => linksSum(frame)) ?? ''
  return (
    <Section id="links" title={labels.links} sum={sum}>
      {common && <SettingRow path="network.oneWayMs" />}
      <SettingRow path="network.jitterMs" />
      {links
        .filter(({ kind }) => kind === 'replication')
        .map((link) => (
          <LinkRow key={link.id} link={link} />
        ))}
    </Section>
  )
}

function LinkRow({ link }: { link: LinkFrame }) {
  const target = { kind: 'link' as const, id: link.id }
  return (
    <div className="pair" data-link={link.id}>
      <button type="button" className="min-h-[24px] text-left leading-tight" onClick={() => page.select(target)}>
        <span className="mono text-[12px]">
          {link.a}–{link.b}
        </span>
        {link.state === 'up' ? (
          <span className="mono muted block text-[12px]">{exactMs(link.oneWayUs)}</span>
        ) : (
          <b className="block text-[12px] text-crit">{linkStateWord(link)}</b>
        )}
      </button>
      <span className="acts">
        <ActionButton action="cut" target={target} className="mini" hide />
        <ActionButton action="stall" target={target} className="mini" hide />
        <ActionButton action="heal" target={target} className="mini" hide />
      </span>
    </div>
  )
}
