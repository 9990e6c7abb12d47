/** The unfolded causes of something that is not on the page at this moment: they stay readable, and closable. */
import { labels, panels } from '../../../words/index.ts'
import { WhyChain } from '../../later/why.ts'
import { Icon } from '../../parts/Icon.tsx'
import { fold, useWhy } from '../../parts/why.ts'

export function OpenWhy() {
  const open = useWhy((w) => (w.open && (w.homes[w.open.about] ?? 0) <= 0 ? w.open : null))
  if (!open) return null
  return (
    <section className="why-open" aria-label={labels.whyAbout(open.about)} data-why-open={open.about}>
      <div className="flex items-center justify-between gap-2">
        <h3>{panels.whyTitle(open.about)}</h3>
        <button type="button" className="tool ico" aria-label={panels.closeWhy} onClick={fold}>
          <Icon name="close" size={12} />
        </button>
      </div>
      <WhyChain chain={open.chain} />
    </section>
  )
}
