/** "Copy link to this moment": the run, what it is compared with, and its time after the page's own address, wherever that is. */
import { linkHash } from '../../run/index.ts'
import { labels } from '../../words/index.ts'
import type { Transport } from '../../worker/index.ts'
import type { Live } from '../live/live.ts'
import { LOOKS } from '../page/look.ts'
import { notify, page } from '../page/page.ts'
import { toClipboard } from './clipboard.ts'

/** The page's address without its hash: works at any path, also from a file. */
const addressOf = (href: string): string => href.replace(/#.*$/s, '')

export async function copyLink(live: Live, { run, time }: Transport): Promise<void> {
  const link = linkHash(run, time, await live.lab.ask({ ask: 'compared' }))
  if ('problem' in link) return notify(link.problem, { action: 'save-file' })
  // Who speaks other words than usual passes them on; the run in the link is the same.
  const { terms } = page.get()
  const spoken = terms === LOOKS.terms.usual ? '' : `&terms=${terms}`
  const text = addressOf(location.href) + link.hash + spoken
  if (await toClipboard(text)) notify(labels.linkCopied, { kind: 'news' })
  else notify(labels.copyByHand, { kind: 'news', copy: text })
}
