/** One link: how long it takes, what it carries, and its faults. */

import { labels, linkRows, linkSentence } from '../../../words/index.ts'
import { useSlice } from '../../live/useLive.ts'
import { ActionButton } from '../../parts/Button.tsx'

export function LinkPanel({ id }: { id: string }) {
  const frame = useSlice(({ frame }) => frame)
  const link = frame?.links.find((one) => one.id === id)
  if (!frame || !link) return null
  const target = { kind: 'link' as const, id }
  return (
    <>
      <div className="ih">
        <h3 className="name">
          {link.a}–{link.b}
        </h3>
      </div>
      <p className="mb-3">{linkSentence(link)}</p>
      <dl className="counts">
        {linkRows(link, frame).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <section className="acts-row" aria-label={labels.actionsOn(id)}>
        <ActionButton action="cut" target={target} hide />
        <ActionButton action="stall" target={target} hide />
        <ActionButton action="heal" target={target} hide />
      </section>
    </>
  )
}
